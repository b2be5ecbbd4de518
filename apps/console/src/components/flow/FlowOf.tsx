import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { strings } from '../../strings/en.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import classes from './Flow.module.css';
import { FlowColumns } from './FlowColumns.tsx';
import { AT_MOST, type FlowPart } from './flow-queries.ts';
import { FlowTable } from './FlowTable.tsx';
import { useFlow } from './use-flow.ts';

const texts = strings.runs.flow;
const NARROW = '(max-width: 799px)';

/** One part of the flow: a picture, and a table that says the same; the table alone where there is no room for a picture. */
export function FlowOf({ part }: { part: FlowPart }) {
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const { flow, error, retry } = useFlow(part);
  if (flow === undefined) {
    if (error) return <ProblemNotice error={error} onRetry={retry} />;
    return (
      <div aria-busy>
        <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
        <Skeleton height={72} />
      </div>
    );
  }
  if (flow.models.length === 0) return <p className={classes.quiet}>{texts.emptySource}</p>;
  if (isNarrow) return <FlowTable flow={flow} isShown isSourceAbove={'sourceId' in part} />;
  return (
    <>
      <FlowColumns flow={flow} isWhole={'sourceId' in part} />
      <VisuallyHidden>
        <FlowTable flow={flow} isShown={false} />
      </VisuallyHidden>
      {flow.syncs.length >= AT_MOST && <p className={classes.quiet}>{texts.cut(AT_MOST)}</p>}
    </>
  );
}

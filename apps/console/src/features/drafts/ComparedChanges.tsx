import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { GatedKind } from '../../api/resource-queries.ts';
import { ChangeList } from '../../components/changes/ChangeList.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { comparisonQuery } from '../../components/versions/comparison-query.ts';
import { strings } from '../../strings/en.ts';
import classes from './Compare.module.css';
import { sideName, type Side } from './sides.ts';

const { compare: texts } = strings.drafts;

interface Props {
  kind: GatedKind;
  id: string;
  pair: { from: Side; to: Side; draftRevision: number | null };
}

/** What differs, as the server tells it; who may not see one of the two is told so here. */
export function ComparedChanges({ kind, id, pair }: Props) {
  const { from, to } = pair;
  const comparison = useQuery(comparisonQuery(kind, id, pair));
  if (comparison.isError) return <ProblemNotice error={comparison.error} onRetry={() => void comparison.refetch()} />;
  if (comparison.isPending) {
    return (
      <div aria-busy>
        <VisuallyHidden role="status">{strings.loading}</VisuallyHidden>
        <Skeleton height={240} />
      </div>
    );
  }
  const { changes } = comparison.data;
  return (
    <section aria-label={texts.changes}>
      <h2 className={classes.heading}>
        {changes.length === 0 ? texts.same(sideName(from), sideName(to)) : texts.between(sideName(from), sideName(to))}
      </h2>
      {changes.length > 0 && <ChangeList changes={changes} />}
    </section>
  );
}

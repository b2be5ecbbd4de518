import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Connections.module.css';
import { UsedBy } from './UsedBy.tsx';
import { usedByQuery } from './used-by-query.ts';
import type { Kind } from './use-kind.ts';

const { usedBy: texts } = strings.connections;

/** What depends on it, with links that go there. */
export function UsedBySection({ kind, id }: { kind: Kind; id: string }) {
  const used = useQuery(usedByQuery(kind, id));
  const { data } = used;
  const isUnused = data && [data.models, data.syncs, data.journeys].every((each) => !each || each.items.length === 0);
  return (
    <section className={classes.section} aria-labelledby="used-by">
      <h2 id="used-by">{texts.title}</h2>
      {used.isPending && <Skeleton height={24} width={280} />}
      {used.isError && <ProblemNotice error={used.error} onRetry={() => void used.refetch()} />}
      {isUnused && <p className={classes.quiet}>{texts.nothing}</p>}
      {data?.models && (
        <UsedBy label={texts.models} used={data.models}>
          {({ id: modelId, name }) => (
            <AnchorLink to="/models/$modelId" params={{ modelId }} underline="always">
              {name}
            </AnchorLink>
          )}
        </UsedBy>
      )}
      {data && (
        <UsedBy label={texts.syncs} used={data.syncs}>
          {({ id: syncId, name }) => (
            <AnchorLink to="/syncs/$syncId" params={{ syncId }} underline="always">
              {name}
            </AnchorLink>
          )}
        </UsedBy>
      )}
      {data?.journeys && (
        <UsedBy label={texts.journeys} used={data.journeys}>
          {({ id: journeyId, name }) => (
            <AnchorLink to="/journeys/$journeyId" params={{ journeyId }} underline="always">
              {name}
            </AnchorLink>
          )}
        </UsedBy>
      )}
    </section>
  );
}

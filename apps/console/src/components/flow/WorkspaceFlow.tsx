import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import { EmptyState } from '../EmptyState.tsx';
import { ListSkeleton } from '../ListSkeleton.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { flowSourcesQuery } from './flow-sources-query.ts';
import { SourceFlow } from './SourceFlow.tsx';

const texts = strings.runs.flow;
const OPEN_AT_FIRST = 3;

/** The whole workspace, source by source. Only what is unfolded is read and drawn, so that many syncs stay usable. */
export function WorkspaceFlow() {
  const sources = useInfiniteQuery(flowSourcesQuery);
  if (sources.isPending) return <ListSkeleton label={texts.loading} />;
  if (sources.isError) return <ProblemNotice error={sources.error} onRetry={() => void sources.refetch()} />;
  const items = sources.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return <EmptyState action={<Link to="/sources">{texts.toSources}</Link>}>{texts.empty}</EmptyState>;
  return (
    <>
      {items.map(({ id, name }, index) => (
        <SourceFlow key={id} id={id} name={name} isOpenAtFirst={index < OPEN_AT_FIRST} />
      ))}
      {sources.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={sources.isFetchingNextPage}
          onClick={() => void sources.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { RelativeTime } from '../../../components/RelativeTime.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { PlainTable } from '../../../components/tables/PlainTable.tsx';
import { strings } from '../../../strings/en.ts';
import { accountsQuery } from './accounts-query.ts';

const { accounts: texts } = strings.people;
const { columns } = texts;

export function AccountList() {
  const accounts = useInfiniteQuery(accountsQuery);
  if (accounts.isPending) return <ListSkeleton label={texts.loading} />;
  if (accounts.isError) return <ProblemNotice error={accounts.error} onRetry={() => void accounts.refetch()} />;
  const rows = accounts.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <EmptyState>{texts.empty}</EmptyState>;
  return (
    <>
      <PlainTable
        caption={texts.caption}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            label: columns.name,
            isHeading: true,
            cell: ({ id, name }) => (
              <Link to="/settings/service-accounts/$serviceAccountId" params={{ serviceAccountId: id }}>
                {name}
              </Link>
            ),
          },
          { label: columns.role, cell: ({ role }) => role.name },
          { label: columns.status, cell: ({ active }) => <StatusBadge status={active ? 'active' : 'deactivated'} /> },
          { label: columns.tokens, cell: ({ liveTokens }) => liveTokens },
          {
            label: columns.used,
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : <RelativeTime at={lastUsedAt} />),
          },
        ]}
      />
      {accounts.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={accounts.isFetchingNextPage}
          onClick={() => void accounts.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
    </>
  );
}

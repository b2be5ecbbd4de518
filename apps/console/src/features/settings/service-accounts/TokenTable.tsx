import { Button } from '@mantine/core';
import { RelativeTime } from '../../../components/RelativeTime.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { PlainTable } from '../../../components/tables/PlainTable.tsx';
import { exactTime } from '../../../components/time.ts';
import { strings } from '../../../strings/en.ts';
import type { ServiceToken } from './accounts-query.ts';

const { tokens: texts } = strings.people;
const { columns } = texts;
const statusOf = { live: 'active', expired: 'expired', revoked: 'revoked' } as const;

interface Props {
  tokens: ServiceToken[];
  onRevoke: (token: ServiceToken) => void;
}

export function TokenTable({ tokens, onRevoke }: Props) {
  return (
    <PlainTable
      caption={texts.caption}
      rows={tokens}
      keyOf={({ id }) => id}
      columns={[
        { label: columns.name, isHeading: true, cell: ({ name }) => name },
        { label: columns.status, cell: ({ state }) => <StatusBadge status={statusOf[state]} /> },
        {
          label: columns.made,
          cell: ({ createdAt, createdBy }) => (
            <>
              <RelativeTime at={createdAt} /> {texts.madeBy(createdBy.name ?? strings.formerMember)}
            </>
          ),
        },
        {
          label: columns.expires,
          cell: ({ expiresAt }) => (expiresAt === null ? texts.never : exactTime(expiresAt)),
        },
        {
          label: columns.used,
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : <RelativeTime at={lastUsedAt} />),
        },
        {
          label: columns.action,
          isActions: true,
          cell: (token) =>
            token.state === 'live' && (
              <Button
                variant="default"
                size="xs"
                aria-label={texts.revokeLabel(token.name)}
                onClick={() => onRevoke(token)}
              >
                {texts.revoke}
              </Button>
            ),
        },
      ]}
    />
  );
}

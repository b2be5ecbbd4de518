import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { everyMemberQuery } from '../../../api/members-query.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { RelativeTime } from '../../../components/RelativeTime.tsx';
import { Said } from '../../../components/Said.tsx';
import { PlainTable } from '../../../components/tables/PlainTable.tsx';
import { strings } from '../../../strings/en.ts';
import { failedMailsQuery } from './failed-mails-query.ts';
import { failureWords } from './failure-words.ts';
import classes from './Mail.module.css';
import { MailAddress } from './MailAddress.tsx';
import { MailSubject } from './MailSubject.tsx';
import { useRetry } from './use-retry.ts';

const { mail: texts } = strings.people;
const { columns } = texts;

export function FailedMails() {
  const mails = useInfiniteQuery(failedMailsQuery);
  const members = useQuery(everyMemberQuery).data ?? [];
  const retry = useRetry();
  if (mails.isPending) return <ListSkeleton label={texts.loading} />;
  if (mails.isError) return <ProblemNotice error={mails.error} onRetry={() => void mails.refetch()} />;
  const rows = mails.data.pages.flatMap(({ items }) => items);
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? strings.formerMember;
  return (
    <>
      {retry.error && <ProblemNotice error={retry.error} />}
      <Said>{retry.data ? texts.retried(nameOf(retry.data.to.memberId)) : ''}</Said>
      {rows.length === 0 && <EmptyState>{texts.empty}</EmptyState>}
      {rows.length > 0 && (
        <PlainTable
          caption={texts.caption}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { label: columns.about, isHeading: true, cell: (mail) => <MailSubject mail={mail} /> },
            {
              label: columns.to,
              cell: ({ to }) => (
                <>
                  <bdi>{nameOf(to.memberId)}</bdi> {to.address !== null && <MailAddress address={to.address} />}
                </>
              ),
            },
            {
              label: columns.why,
              cell: ({ lastError }) => (
                <>
                  {failureWords(lastError)} <code className={classes.reply}>{lastError}</code>
                </>
              ),
            },
            { label: columns.when, cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
            {
              label: columns.action,
              isActions: true,
              cell: (mail) => (
                <Button
                  variant="default"
                  size="xs"
                  loading={retry.isPending && retry.variables.id === mail.id}
                  aria-label={texts.retryLabel(nameOf(mail.to.memberId))}
                  onClick={() => retry.mutate(mail)}
                >
                  {texts.retry}
                </Button>
              ),
            },
          ]}
        />
      )}
      {mails.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={mails.isFetchingNextPage}
          onClick={() => void mails.fetchNextPage()}
        >
          {strings.showMore}
        </Button>
      )}
    </>
  );
}

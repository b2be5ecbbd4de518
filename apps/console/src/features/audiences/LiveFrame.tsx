import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { everyMemberQuery } from '../../api/members-query.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ListSkeleton } from '../../components/ListSkeleton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { DeleteLive } from './DeleteLive.tsx';
import { ReadOnly } from './ReadOnly.tsx';
import type { Live } from './live-queries.ts';
import type { Kind } from './use-kind.ts';

const { audiences } = strings;

interface Props {
  kind: Kind;
  result: UseQueryResult<Live>;
  children: ReactNode;
}

/** What the page of an audience and that of a journey have in common. */
export function LiveFrame({ kind, result, children }: Props) {
  const members = useQuery(everyMemberQuery).data ?? [];
  const { data } = result;
  const texts = audiences[kind];
  const savedBy = members.find(({ id }) => id === data?.savedBy)?.name ?? strings.formerMember;
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to={kind === 'audience' ? '/audiences' : '/journeys'}>{texts.title}</AnchorLink>}
        title={data?.name ?? texts.one}
        status={data && <StatusBadge status="published" />}
        facts={
          data && (
            <>
              {audiences.savedAs(savedBy, data.version)} · <RelativeTime at={data.savedAt} /> · {data.sourceName}
            </>
          )
        }
      />
      {result.isPending && <ListSkeleton label={texts.loading} />}
      {result.isError && !data && <ProblemNotice error={result.error} onRetry={() => void result.refetch()} />}
      {data && !data.editable && <ReadOnly kind={kind} />}
      {children}
      {data?.editable && <DeleteLive kind={kind} live={data} />}
    </>
  );
}

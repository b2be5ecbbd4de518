import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { sessionQuery } from '../../../api/session-query.ts';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { approvalWords } from './approval-words.ts';
import { LeavingSection } from './LeavingSection.tsx';
import { memberQuery } from './member-query.ts';
import { InvitationNotice } from './InvitationNotice.tsx';
import { MemberEditor } from './MemberEditor.tsx';

const { member: texts, members } = strings.people;

/** One member: who they are, what they may do, and how they leave. */
export function MemberPage() {
  const { memberId } = useParams({ from: '/frame/in-settings/settings/members/$memberId' });
  const member = useQuery(memberQuery(memberId));
  const session = useQuery(sessionQuery).data;
  const navigate = useNavigate();
  const { data } = member;
  const mayChange = session?.role?.workspace.members === true;
  return (
    <>
      <PageHeader
        breadcrumb={<Link to="/settings/members">{texts.breadcrumb}</Link>}
        title={data?.name ?? texts.breadcrumb}
        status={data && <StatusBadge status={data.status} />}
        facts={
          data &&
          `${data.email ?? texts.facts.noEmail} · ${data.role.name} · ${members.columns.approval}: ${approvalWords(data.mustRequestApproval)}`
        }
      />
      {member.isPending && <ListSkeleton label={texts.loading} />}
      {member.isError && !data && <ProblemNotice error={member.error} onRetry={() => void member.refetch()} />}
      {data && session?.role?.workspace.members === false && (
        <NotAllowed right="members">{members.readOnly(session.role.name)}</NotAllowed>
      )}
      {data && mayChange && (
        <>
          {data.status === 'invited' && <InvitationNotice memberId={memberId} />}
          <MemberEditor key={memberId} kind="member" member={data} />
          <LeavingSection
            kind="member"
            person={data}
            texts={texts.leaving}
            {...(memberId === session.member.id && { asksFirst: texts.yourself })}
            onGone={() => navigate({ to: '/settings/members', ignoreBlocker: true })}
          />
        </>
      )}
    </>
  );
}

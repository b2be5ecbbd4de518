import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { everyMemberQuery } from '../../../api/members-query.ts';
import { sessionQuery } from '../../../api/session-query.ts';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { Said } from '../../../components/Said.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberFilters } from './MemberFilters.tsx';
import { MemberList } from './MemberList.tsx';
import type { MembersSearch } from './members-search.ts';

const { members: texts } = strings.people;

/** Who is in the workspace, and with which role. */
export function MembersPage() {
  const search = useSearch({ from: '/frame/in-settings/settings/members' });
  const navigate = useNavigate({ from: '/settings/members' });
  const members = useQuery(everyMemberQuery);
  const session = useQuery(sessionQuery).data;
  const [isInviting, setInviting] = useState(false);
  const [said, setSaid] = useState('');
  const people = (members.data ?? []).filter(({ kind }) => kind === 'person');
  const count = (status: string): number => people.filter((member) => member.status === status).length;
  const mayChange = session?.role?.workspace.members === true;
  const show = (changed: { [Key in keyof MembersSearch]: MembersSearch[Key] | undefined }): void => {
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  };
  return (
    <>
      <PageHeader
        title={texts.title}
        facts={members.data && texts.counts(count('active'), count('invited'))}
        actions={mayChange && <Button onClick={() => setInviting(true)}>{texts.invite.open}</Button>}
      />
      {session?.role?.workspace.members === false && (
        <NotAllowed right="members">{texts.readOnly(session.role.name)}</NotAllowed>
      )}
      <Said>{said}</Said>
      {members.isPending && <ListSkeleton label={texts.loading} />}
      {members.isError && <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />}
      {members.data && (
        <>
          <MemberFilters search={search} onChange={show} />
          <MemberList
            members={people}
            search={search}
            ownId={session?.member.id}
            areApprovalsOff={session?.workspace.settings.requireApprovals === false}
            onClear={() => show({ q: undefined, status: undefined })}
          />
        </>
      )}
      {isInviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(what) => {
            setInviting(false);
            setSaid(what);
          }}
        />
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Member } from '../../../api/members-query.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { PlainTable } from '../../../components/tables/PlainTable.tsx';
import { strings } from '../../../strings/en.ts';
import { approvalWords } from './approval-words.ts';
import { matching, type MembersSearch } from './members-search.ts';
import classes from './Members.module.css';

const { members: texts } = strings.people;
const { columns } = texts;
const AT_ONCE = 100;

interface Props {
  members: Member[];
  search: MembersSearch;
  ownId: string | undefined;
  areApprovalsOff: boolean;
  onClear: () => void;
}

export function MemberList({ members, search, ownId, areApprovalsOff, onClear }: Props) {
  const [shown, setShown] = useState(AT_ONCE);
  const found = matching(members, search);
  if (found.length === 0) {
    return (
      <EmptyState
        action={
          <Button variant="default" size="xs" onClick={onClear}>
            {strings.clearFilters}
          </Button>
        }
      >
        {texts.emptyFiltered}
      </EmptyState>
    );
  }
  return (
    <>
      <PlainTable
        caption={texts.caption}
        rows={found.slice(0, shown)}
        keyOf={({ id }) => id}
        columns={[
          { label: columns.name, isHeading: true, cell: (member) => <Who member={member} ownId={ownId} /> },
          { label: columns.role, cell: ({ role }) => role.name },
          { label: columns.status, cell: ({ status }) => <StatusBadge status={status} /> },
          { label: columns.approval, cell: ({ mustRequestApproval }) => approvalWords(mustRequestApproval) },
        ]}
      />
      {found.length > shown && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + AT_ONCE)}>
          {texts.showMore(Math.min(AT_ONCE, found.length - shown))}
        </Button>
      )}
      {areApprovalsOff && <p className={classes.note}>{texts.approvalsOff}</p>}
    </>
  );
}

function Who({ member: { id, name, email }, ownId }: { member: Member; ownId: string | undefined }) {
  return (
    <>
      <Link to="/settings/members/$memberId" params={{ memberId: id }}>
        {name}
      </Link>{' '}
      {id === ownId && <span className={classes.quiet}>{texts.you}</span>}
      {email !== null && <span className={classes.email}>{email}</span>}
    </>
  );
}

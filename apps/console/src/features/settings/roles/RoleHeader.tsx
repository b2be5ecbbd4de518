import { Button } from '@mantine/core';
import { useState } from 'react';
import { AnchorLink } from '../../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { strings } from '../../../strings/en.ts';
import { DeleteRoleDialog } from './DeleteRoleDialog.tsx';
import { DuplicateButton } from './DuplicateButton.tsx';
import classes from './RoleEditor.module.css';
import type { Role } from '../../../api/roles-query.ts';

const { roles: texts } = strings;

interface Props {
  role: Role;
  /** May the reader change roles at all? */
  mayChange: boolean;
  onRefused: (error: unknown) => void;
}

/** Which role it is, who has it, and what can be done with it as a whole. */
export function RoleHeader({ role, mayChange, onRefused }: Props) {
  const [isDeleting, setIsDeleting] = useState(false);
  const isNew = role.version === 0;
  return (
    <>
      <PageHeader
        breadcrumb={
          <AnchorLink to="/settings/roles" inherit>
            {texts.title}
          </AnchorLink>
        }
        title={isNew ? texts.newRole : role.name}
        facts={isNew ? texts.newFacts : factsOf(role)}
        actions={
          mayChange &&
          !isNew && (
            <div className={classes.actions}>
              {!role.builtIn && (
                <Button variant="default" onClick={() => setIsDeleting(true)}>
                  {strings.delete}
                </Button>
              )}
              <DuplicateButton role={role} onRefused={onRefused} />
            </div>
          )
        }
      />
      {isDeleting && <DeleteRoleDialog role={role} onClose={() => setIsDeleting(false)} />}
    </>
  );
}

function factsOf({ builtIn, memberCount }: Role): string {
  const facts = `${builtIn ? texts.builtIn : texts.custom} · ${texts.members(memberCount)}`;
  return builtIn ? `${facts}. ${texts.readOnly.builtIn}` : facts;
}

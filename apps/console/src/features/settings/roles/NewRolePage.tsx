import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sessionQuery } from '../../../api/session-query.ts';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { blankRole } from './role-content.ts';
import { RoleEditor } from './RoleEditor.tsx';
import { RoleSkeleton } from './RoleSkeleton.tsx';
import type { Role } from '../../../api/roles-query.ts';

const { roles: texts } = strings;

export function NewRolePage() {
  const [blank] = useState(blankRole);
  const navigate = useNavigate();
  const own = useQuery(sessionQuery).data?.role;
  if (own === undefined) return <RoleSkeleton />;
  if (own?.workspace.roles !== true) {
    return (
      <>
        <PageHeader title={texts.newRole} />
        <NotAllowed right="roles">{texts.readOnly.noRight(own?.name ?? '')}</NotAllowed>
      </>
    );
  }
  const goTo = ({ id }: Role): void =>
    void navigate({ to: '/settings/roles/$roleId', params: { roleId: id }, replace: true, ignoreBlocker: true });
  return <RoleEditor role={blank} mayChange onCreated={goTo} />;
}

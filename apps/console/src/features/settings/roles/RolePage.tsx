import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { sessionQuery } from '../../../api/session-query.ts';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { RoleEditor } from './RoleEditor.tsx';
import { RoleSkeleton } from './RoleSkeleton.tsx';
import { roleQuery } from '../../../api/roles-query.ts';

const { readOnly: texts } = strings.roles;

export function RolePage() {
  const { roleId } = useParams({ from: '/frame/in-settings/settings/roles/$roleId' });
  const role = useQuery(roleQuery(roleId));
  const own = useQuery(sessionQuery).data?.role;
  if (role.isError && !role.data) return <ProblemNotice error={role.error} onRetry={() => void role.refetch()} />;
  if (!role.data || own === undefined) return <RoleSkeleton />;
  const mayChange = own?.workspace.roles === true;
  return (
    <>
      {!mayChange && <NotAllowed right="roles">{texts.noRight(own?.name ?? '')}</NotAllowed>}
      <RoleEditor key={roleId} role={role.data} mayChange={mayChange} />
    </>
  );
}

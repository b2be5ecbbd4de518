import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../api/session-query.ts';
import { ButtonLink } from '../../../components/links/ButtonLink.tsx';
import { ListSkeleton } from '../../../components/ListSkeleton.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { NotAllowed } from '../NotAllowed.tsx';
import { rolesQuery } from '../../../api/roles-query.ts';
import { RoleTable } from './RoleTable.tsx';

const { roles: texts } = strings;

export function RolesPage() {
  const roles = useQuery(rolesQuery);
  const own = useQuery(sessionQuery).data?.role;
  return (
    <>
      <PageHeader
        title={texts.title}
        facts={texts.facts}
        actions={own?.workspace.roles === true && <ButtonLink to="/settings/roles/new">{texts.newRole}</ButtonLink>}
      />
      {own?.workspace.roles === false && <NotAllowed right="roles">{texts.readOnly.noRight(own.name)}</NotAllowed>}
      {roles.isPending && <ListSkeleton label={texts.loading} />}
      {roles.isError && <ProblemNotice error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.isSuccess && <RoleTable roles={roles.data.items} />}
    </>
  );
}

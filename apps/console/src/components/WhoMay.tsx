import { useQuery } from '@tanstack/react-query';
import { rolesQuery, type Role } from '../api/roles-query.ts';
import { strings } from '../strings/en.ts';
import { isolated } from '../strings/isolated.ts';

/** Whose roles grant what one's own does not, as far as anybody has such a role. */
export function WhoMay({ grants }: { grants: (role: Role) => boolean }) {
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const able = roles.filter((role) => role.memberCount > 0 && grants(role));
  return able.length > 0 && strings.whoMay(able.map(({ name }) => isolated(name)).join(', '));
}

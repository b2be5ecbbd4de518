import type { DestinationGrant, RoleDocument, SourceGrant } from '@imprimatur/contracts';
import { workspaceRights } from './ability.ts';
import { effectiveGrants, levelOrder } from './effective-grants.ts';

type Grant = SourceGrant | DestinationGrant;
type Grants = Map<string, Grant>;

/** How much grants give of one right on a scope; what no grant is about gives nothing. */
function amount(grants: Grants, scope: string, right: string): number {
  const grant = grants.get(scope) ?? grants.get('all');
  const value: unknown = grant?.[right as keyof Grant];
  if (typeof value === 'boolean') return value ? 1 : 0;
  return levelOrder[value as keyof typeof levelOrder] ?? 0;
}

function exceeding(kind: string, rights: string[], granted: readonly Grant[], held: readonly Grant[]): string[] {
  const [given, has] = [effectiveGrants(granted), effectiveGrants(held)];
  const scopes = new Set(['all', ...given.keys(), ...has.keys()]);
  return [...scopes].flatMap((scope) =>
    rights
      .filter((right) => amount(given, scope, right) > amount(has, scope, right))
      .map((right) => `${kind}.${scope}.${right}`),
  );
}

const destinationRights = ['view', 'configure', 'syncs', 'approve', 'run'];
const sourceRights = ['view', 'configure', 'models', 'syncs', 'approve', 'run'];

/**
 * The rights that `granted` gives and `holder` lacks, as `workspace.members`, `sources.all.approve` or `destinations.<id>.syncs`;
 * empty when the holder may hand the role out. Nobody grants what they do not hold (`domain.md` §2). Judged on what grants come to
 * on each end, so a role that restricts a named end is not exceeded by one that restricts it too.
 */
export function exceeds(granted: RoleDocument, holder: RoleDocument): string[] {
  return [
    ...workspaceRights
      .filter((right) => granted.workspace[right] && !holder.workspace[right])
      .map((right) => `workspace.${right}`),
    ...exceeding('sources', sourceRights, granted.sources, holder.sources),
    ...exceeding('destinations', destinationRights, granted.destinations, holder.destinations),
  ];
}

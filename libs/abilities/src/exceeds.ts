import type { DestinationGrant, RoleDocument, SourceGrant } from '@imprimatur/contracts';

type Grant = SourceGrant | DestinationGrant;

const levels = { none: 0, draft: 1, publish: 2 } as const;

/** How much a grant gives of one right; what is not there, or stands without `view`, gives nothing. */
function amount(grant: Grant | undefined, right: string): number {
  if (grant === undefined || !grant.view) return 0;
  const value: unknown = grant[right as keyof Grant];
  if (typeof value === 'boolean') return value ? 1 : 0;
  return levels[value as keyof typeof levels] ?? 0;
}

const grantOn = (grants: readonly Grant[], scope: string): Grant | undefined =>
  grants.find((grant) => grant.scope === scope) ?? grants.find((grant) => grant.scope === 'all');

function exceeding(kind: string, granted: readonly Grant[], held: readonly Grant[], rights: string[]): string[] {
  const scopes = new Set(['all', ...granted.map(({ scope }) => scope), ...held.map(({ scope }) => scope)]);
  return [...scopes].flatMap((scope) =>
    rights
      .filter((right) => amount(grantOn(granted, scope), right) > amount(grantOn(held, scope), right))
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
  const workspace = Object.entries(granted.workspace)
    .filter(([right, given]) => given && !holder.workspace[right as keyof RoleDocument['workspace']])
    .map(([right]) => `workspace.${right}`);
  return [
    ...workspace,
    ...exceeding('sources', granted.sources, holder.sources, sourceRights),
    ...exceeding('destinations', granted.destinations, holder.destinations, destinationRights),
  ];
}

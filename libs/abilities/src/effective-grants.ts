import type { DestinationGrant, Level, SourceGrant } from '@imprimatur/contracts';

export const levelOrder: Record<Level, number> = { none: 0, draft: 1, publish: 2 };

/**
 * What grants of one kind come to, by scope: on each end they name, and under `all` on every other one. As abilities judge them: nothing
 * without `view`, and where a scope is named twice only what both give. A scope that is not there gets what `all` gets.
 */
export function effectiveGrants<G extends SourceGrant | DestinationGrant>(grants: readonly G[]): Map<string, G> {
  const effective = new Map<string, G>();
  for (const grant of grants) {
    const twin = effective.get(grant.scope);
    effective.set(grant.scope, twin === undefined ? { ...grant } : weakest(twin, grant));
  }
  for (const grant of effective.values()) if (!grant.view) empty(grant);
  return effective;
}

function weakest<G extends SourceGrant | DestinationGrant>(one: G, other: G): G {
  const both = Object.entries(one).map(([right, value]) => {
    const counterpart: unknown = other[right as keyof G];
    if (typeof value === 'boolean') return [right, value && counterpart];
    return [right, levelOrder[value as Level] <= levelOrder[counterpart as Level] ? value : counterpart];
  });
  return { ...(Object.fromEntries(both) as G), scope: one.scope };
}

function empty(grant: SourceGrant | DestinationGrant): void {
  Object.assign(grant, { configure: false, syncs: 'none', approve: false, run: false });
  if ('models' in grant) grant.models = 'none';
}

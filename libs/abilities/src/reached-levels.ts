import type { DestinationGrant, Level, RoleDocument, SourceGrant } from '@imprimatur/contracts';
import { effectiveGrants, levelOrder } from './effective-grants.ts';

/** The levels that a role comes to on any models, and on any syncs: where it gives `publish` or `draft` at all. */
export interface ReachedLevels {
  models: ReadonlySet<Level>;
  syncs: ReadonlySet<Level>;
}

/** Any source can be joined with any destination by a sync, so what both sides reach says what syncs reach. */
export function reachedLevels(role: RoleDocument | null): ReachedLevels {
  const sources = [...effectiveGrants(role?.sources ?? []).values()];
  const destinations = [...effectiveGrants(role?.destinations ?? []).values()];
  return {
    models: new Set(sources.map(({ models }) => models)),
    syncs: weakerOf(syncsOf(sources), syncsOf(destinations)),
  };
}

const syncsOf = (grants: (SourceGrant | DestinationGrant)[]): Set<Level> => new Set(grants.map(({ syncs }) => syncs));

function weakerOf(here: ReadonlySet<Level>, there: ReadonlySet<Level>): Set<Level> {
  const weaker = new Set<Level>();
  for (const one of here) for (const other of there) weaker.add(weakerLevel(one, other));
  return weaker;
}

const weakerLevel = (one: Level, other: Level): Level => (levelOrder[one] < levelOrder[other] ? one : other);

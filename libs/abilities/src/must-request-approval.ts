import type { Level, RoleDocument } from '@imprimatur/contracts';
import { reachedLevels } from './reached-levels.ts';

/** Nowhere, in some of the places where a role may save at all, or in all of them. */
export type Extent = 'none' | 'some' | 'all';

export interface MustRequestApproval {
  models: Extent;
  syncs: Extent;
}

/**
 * Where the holder of this role may only draft, so that while approvals are required each of their changes takes an approval request.
 * Of the places where they may save: who may save nowhere gets `none`. Judged on grants alone, as the sources and destinations that
 * exist change: `all` counts although every present one may be named.
 */
export function mustRequestApproval(role: RoleDocument | null): MustRequestApproval {
  const { models, syncs } = reachedLevels(role);
  return { models: extentOf(models), syncs: extentOf(syncs) };
}

function extentOf(levels: ReadonlySet<Level>): Extent {
  if (!levels.has('draft')) return 'none';
  return levels.has('publish') ? 'some' : 'all';
}

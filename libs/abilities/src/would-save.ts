import type { RoleDocument, WorkspaceSettings } from '@imprimatur/contracts';
import { reachedLevels } from './reached-levels.ts';

/**
 * `keepPublishNow`: may save live, at least on something. `mustRequestApproval`: may save, but nothing live. `cannotSave`: may save
 * nothing, be it for want of rights or because approvals are off and the role only drafts.
 */
export type WouldSave = 'keepPublishNow' | 'mustRequestApproval' | 'cannotSave';

/** How the holder of this role would save models and syncs under these settings: what a change of them means, counted by members. */
export function wouldSave(
  role: RoleDocument | null,
  { requireApprovals }: Pick<WorkspaceSettings, 'requireApprovals'>,
): WouldSave {
  const { models, syncs } = reachedLevels(role);
  if (models.has('publish') || syncs.has('publish')) return 'keepPublishNow';
  const drafts = models.has('draft') || syncs.has('draft');
  return drafts && requireApprovals ? 'mustRequestApproval' : 'cannotSave';
}

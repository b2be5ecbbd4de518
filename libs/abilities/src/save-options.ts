import type { Level } from '@imprimatur/contracts';

/** `publish` is the plain *Save* of a workspace without approvals; a client may send `publish_now` for it as well. */
export type SaveAction = 'publish' | 'publish_now' | 'submit' | 'save_draft';

export interface SaveOptions {
  actions: SaveAction[];
  /** Why there are no actions. */
  code: null | 'rights.missing' | 'approvals.disabled-for-draft-role';
}

/** Which ways of saving a member has for a resource, from their level on it and the workspace's `requireApprovals` (`domain.md` §4). */
export function saveOptions(level: Level, requireApprovals: boolean): SaveOptions {
  switch (level) {
    case 'publish':
      return { actions: requireApprovals ? ['publish_now', 'submit', 'save_draft'] : ['publish'], code: null };
    case 'draft':
      return requireApprovals
        ? { actions: ['submit', 'save_draft'], code: null }
        : { actions: [], code: 'approvals.disabled-for-draft-role' };
    default:
      return { actions: [], code: 'rights.missing' };
  }
}

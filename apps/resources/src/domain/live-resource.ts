/**
 * An **audience** or a **journey**: approval flows do not apply to it. Every save is live at once and counts as its next **version**.
 * Who may view its ends sees it; who edits it also holds the right on the workspace that is named after its kind.
 */
import { canWorkspace, type AppAbility } from '@imprimatur/abilities';
import { DomainError, forbidden } from '@imprimatur/kernel';

export type LiveKind = 'audience' | 'journey';

export interface LiveResource<Content> {
  workspaceId: string;
  id: string;
  name: string;
  /** How often it was saved; what a member names in `If-Match`. */
  version: number;
  seq: number;
  sourceId: string;
  content: Content;
  savedBy: string;
  savedAt: Date;
  deleted: boolean;
}

const rights = { audience: 'audiences', journey: 'journeys' } as const;

/** Throws unless the member edits audiences, or journeys, in this workspace. */
export function assertMayEdit(ability: AppAbility, kind: LiveKind): void {
  if (!canWorkspace(ability, rights[kind])) throw forbidden(`Your role does not allow to edit ${rights[kind]}.`);
}

/** Throws unless the version is the one the member saw. `yours` is what they would have put in its place. */
export function assertVersionSeen<Content>(
  kind: LiveKind,
  { name, version, content }: LiveResource<Content>,
  seen: string,
  yours: Content | null = null,
): void {
  if (String(version) === seen) return;
  throw new DomainError('stale', `${kind}.stale`, 'Somebody changed it in the meantime.', {
    details: { current: { version, name, content }, yours },
  });
}

/** The next version. */
export const nextVersion = <Live extends LiveResource<unknown>>(
  live: Live,
  change: Pick<Live, 'name' | 'content' | 'sourceId' | 'savedBy' | 'savedAt'>,
): Live => ({ ...live, ...change, version: live.version + 1, seq: live.seq + 1 });

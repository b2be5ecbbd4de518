import { levelOn } from '@imprimatur/abilities';
import { PresentRights, type Actor } from '@imprimatur/access';
import type { Rebase, Resolution } from '@imprimatur/changes';
import { DraftRebased, type Content, type GatedKind } from '@imprimatur/contracts';
import { Clock, contentHash } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { bindingTo } from '../domain/binding.ts';
import {
  assertFits,
  assertMayRebase,
  assertRebasable,
  assertResolved,
  isPinned,
  isRebasable,
  mergeDraft,
  rebasedHead,
  rebaseMoved,
  unmappable,
  type Rebasable,
  type RebasePins,
} from '../domain/rebasing.ts';
import {
  allEnds,
  asModel,
  asSync,
  distinctEnds,
  draftEnds,
  subjectOn,
  type EndIds,
  type Resource,
} from '../domain/resource.ts';
import { assertChange } from '../domain/save-decision.ts';
import { insertRevision, saveDraft, type SavedContent } from '../persistence/drafts.repository.ts';
import { nameEnds } from '../persistence/end-names.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { loadResource } from '../persistence/resources.repository.ts';
import { findVersion } from '../persistence/versions.repository.ts';
import { appendStates } from './steps/append-states.ts';
import { findResource } from '../persistence/find-resource.ts';
import { lockReferences, referToModel, type References } from './steps/references.ts';
import type { SaveResult } from './steps/save-content.ts';
import { assertSoundModel } from './steps/sound-content.ts';

export interface RebaseCommand extends RebasePins {
  resolutions: Resolution[];
}

/** Moves a stale draft onto the published version: the draft's next revision, by a member who resolved what both sides had changed. */
@Injectable()
export class RebaseDraft {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Actor,
    { kind, id }: { kind: GatedKind; id: string },
    command: RebaseCommand,
  ): Promise<SaveResult> {
    const merged = await mergeSeen(tx, caller, await findResource(tx, caller, kind, id), command);
    if (kind === 'sync' && merged?.invalid.length === 0)
      await lockReferences(tx, caller.workspaceId, asSync(merged.merged), [id]);
    else await lockResources(tx, caller.workspaceId, { write: [id] });
    const actor = await this.rights.of(tx, caller);
    const resource = await findResource(tx, actor, kind, id);
    assertMay(actor, kind, allEnds(resource));
    assertRebasable(resource, command);
    if (merged === null) throw rebaseMoved(resource);
    assertResolved(merged);
    const saved = await this.save(tx, actor, resource, merged.merged);
    await announce(tx, cause, actor, id);
    return saved;
  }

  private async save(tx: EntityManager, actor: Actor, resource: Rebasable, content: Content): Promise<SaveResult> {
    const { kind, id } = resource;
    const { ends, model } = await refer(tx, actor, resource, content);
    assertMay(actor, kind, distinctEnds([ends, ...allEnds(resource)]));
    const bound = model === null ? null : bindingTo(model);
    if (bound !== null) assertFits(unmappable(asSync(content), bound.columns));
    const row: SavedContent = {
      ...{ content, contentHash: contentHash(content), binding: bound?.binding ?? null, ends },
      ...{
        revision: resource.lastRevision + 1,
        savedBy: actor.memberId,
        savedAt: this.clock.now(),
        restoredFrom: null,
      },
    };
    assertChange(resource, row);
    const head = rebasedHead(resource, actor.memberId);
    await insertRevision(tx, resource, row, head.draftId);
    await saveDraft(tx, resource, head, row);
    return { id, revision: row.revision, version: null, requestId: null };
  }
}

/** Contents never change, so what is merged before anything is locked is what would be merged after: null when it is not what was seen. */
async function mergeSeen(
  tx: EntityManager,
  actor: Actor,
  resource: Resource,
  command: RebaseCommand,
): Promise<Rebase | null> {
  if (!isRebasable(resource) || !isPinned(resource, command)) return null;
  const { baseVersion } = resource.draft;
  const base = baseVersion === null ? null : await findVersion(tx, actor, resource, baseVersion);
  const merged = mergeDraft(resource, base?.content ?? null, command.resolutions);
  if (resource.kind === 'model' && merged.invalid.length === 0)
    await assertSoundModel(asModel(merged.merged), '/query');
  return merged;
}

const refer = async (
  tx: EntityManager,
  actor: Actor,
  { kind, ends }: Resource,
  content: Content,
): Promise<References> => (kind === 'sync' ? referToModel(tx, actor, asSync(content)) : { ends, model: null });

function assertMay({ ability, workspace }: Actor, kind: GatedKind, ends: readonly EndIds[]): void {
  assertMayRebase(levelOn(ability, subjectOn(kind, ends)), workspace.settings.requireApprovals);
}

async function announce(tx: EntityManager, cause: Cause, { workspaceId, memberId }: Actor, id: string): Promise<void> {
  await appendStates(tx, cause, workspaceId, [id]);
  const resource = (await loadResource(tx, workspaceId, id))!;
  const { kind, name } = resource;
  const { revision, baseVersion } = resource.draft!;
  const ends = draftEnds(resource, resource.draft!);
  const named = await nameEnds(tx, workspaceId, ends);
  const rebased = { resourceId: id, kind, name, revision, baseVersion: baseVersion!, rebasedBy: memberId };
  await appendEvents(tx, cause, [newEvent(DraftRebased, workspaceId, id, { ...rebased, ends: ends.map(named) })]);
}

import { levelOn, saveOptions } from '@imprimatur/abilities';
import type { Actor, Directory } from '@imprimatur/access';
import { DraftSaved, type Content } from '@imprimatur/contracts';
import { contentHash, newId } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import type { EntityManager } from 'typeorm';
import { assertColumns, bindingTo } from '../../domain/binding.ts';
import { asSync, distinctEnds, draftEnds, subjectOn, type Resource } from '../../domain/resource.ts';
import { assertMaySave, decideSave, isAround, type BasedOn, type SaveAction } from '../../domain/save-decision.ts';
import { assertReady } from '../../domain/submission.ts';
import { insertRevision, saveDraft, type SavedContent } from '../../persistence/drafts.repository.ts';
import { nameEnds } from '../../persistence/end-names.ts';
import { loadResource } from '../../persistence/resources.repository.ts';
import { appendStates } from './append-states.ts';
import { publish } from './publish.ts';
import type { References } from './references.ts';
import { submit } from './submit.ts';

export interface SaveCommand {
  action: SaveAction;
  basedOn: BasedOn;
  content: Content;
  reviewers: string[];
  comment: string | null;
  /** The version whose content it is once more. */
  restoredFrom?: number;
}

export interface SaveResult {
  id: string;
  revision: number;
  version: number | null;
  requestId: string | null;
}

export interface Saving {
  tx: EntityManager;
  cause: Cause;
  actor: Actor;
  directory: Directory;
  at: Date;
}

/** Saves a content of a resource whose row is locked, and does with it what the member chose. */
export async function saveContent(
  saving: Saving,
  resource: Resource,
  command: SaveCommand,
  { ends, model }: References,
): Promise<SaveResult> {
  const { tx, actor, at } = saving;
  const { action, basedOn, content, restoredFrom } = command;
  const level = levelOn(actor.ability, subjectOn(resource.kind, endsOfSave(resource, command, ends)));
  assertMaySave(saveOptions(level, actor.workspace.settings.requireApprovals), action);
  const bound = model === null ? null : bindingTo(model);
  const saved = {
    content,
    contentHash: contentHash(content),
    binding: bound?.binding ?? null,
    savedBy: actor.memberId,
  };
  const decision = decideSave(resource, { ...saved, action, basedOn, restoredFrom }, newId());
  if (bound !== null) assertColumns(asSync(content), bound.columns);
  const row: SavedContent = {
    ...saved,
    revision: decision.revision,
    ends,
    savedAt: at,
    restoredFrom: restoredFrom ?? null,
  };
  const draftId = decision.into === 'draft' ? decision.draft.draftId : null;
  await insertRevision(tx, resource, row, draftId);
  if (decision.into === 'draft') await saveDraft(tx, resource, decision.draft, row);
  const done = { id: resource.id, revision: decision.revision, version: null, requestId: null };
  switch (action) {
    case 'publish_now':
      return { ...done, version: await publishSaved(saving, resource, row, draftId) };
    case 'submit':
      return { ...done, requestId: await submitSaved(saving, resource, decision.revision, command) };
    case 'save_draft':
      await announceSaved(saving, resource);
      return done;
  }
}

/** A change that moves a sync is judged on the new and the old ends together. */
function endsOfSave(resource: Resource, command: SaveCommand, ends: References['ends']) {
  const { draft, published } = resource;
  const old =
    draft === null || isAround(resource, command)
      ? published === null
        ? []
        : [published.ends]
      : draftEnds(resource, draft);
  return distinctEnds([ends, ...old]);
}

async function publishSaved(
  { tx, cause, actor, at }: Saving,
  resource: Resource,
  row: SavedContent,
  draftId: string | null,
): Promise<number> {
  const publication = { publicationId: newId(), how: 'direct' as const, requestId: null, attempt: null };
  const by = { publishedBy: [actor.memberId], publishedAt: at };
  const item = { ...row, resource, draftId };
  const { items } = await publish(tx, cause, actor.workspaceId, { ...publication, ...by }, [item]);
  return items[0]!.version;
}

async function submitSaved(
  { tx, cause, actor, directory, at }: Saving,
  { workspaceId, id }: Resource,
  revision: number,
  { reviewers, comment }: SaveCommand,
): Promise<string> {
  const resource = (await loadResource(tx, workspaceId, id))!;
  assertReady(resource, revision, 'submit');
  return submit(tx, cause, directory, actor, [resource], { reviewers, comment, submittedAt: at });
}

async function announceSaved({ tx, cause, actor }: Saving, { workspaceId, id }: Resource): Promise<void> {
  await appendStates(tx, cause, workspaceId, [id]);
  const resource = (await loadResource(tx, workspaceId, id))!;
  const { kind, name } = resource;
  const { revision, baseVersion } = resource.draft!;
  const ends = draftEnds(resource, resource.draft!);
  const named = await nameEnds(tx, workspaceId, ends);
  const saved = { resourceId: id, kind, name, revision, baseVersion, savedBy: actor.memberId, ends: ends.map(named) };
  await appendEvents(tx, cause, [newEvent(DraftSaved, workspaceId, id, saved)]);
}

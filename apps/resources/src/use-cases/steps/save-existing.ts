import type { Actor, Caller, PresentRights } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { asModel, asSync } from '../../domain/resource.ts';
import { lockResources } from '../../persistence/resource-locks.ts';
import { findResource } from '../../persistence/find-resource.ts';
import { lockReferences, referToModel, type References } from './references.ts';
import { rightsToSave } from './rights-to-save.ts';
import { saveContent, type SaveCommand, type SaveResult, type Saving } from './save-content.ts';
import { assertSoundModel, assertSoundSync } from './sound-content.ts';

export type Beginning = Omit<Saving, 'actor'> & { caller: Caller; rights: PresentRights };

/** Saves a content of a resource that is there already; `alsoMay` throws for what else the member may not do, once all is locked. */
export async function saveExisting(
  { caller, rights, ...saving }: Beginning,
  { kind, id }: { kind: GatedKind; id: string },
  command: SaveCommand,
  alsoMay: (actor: Actor) => void = () => undefined,
): Promise<SaveResult> {
  const { tx } = saving;
  if (kind === 'model') await assertSoundModel(asModel(command.content));
  else assertSoundSync(asSync(command.content));
  await lock({ tx, caller }, { kind, id }, command);
  const actor = await rightsToSave(rights, tx, caller, command.action);
  alsoMay(actor);
  const moved = kind === 'sync' ? await referToModel(tx, actor, asSync(command.content)) : null;
  const resource = await findResource(tx, actor, kind, id);
  const references: References = moved ?? { ends: resource.ends, model: null };
  return saveContent({ ...saving, actor }, resource, command, references);
}

async function lock(
  { tx, caller: { workspaceId } }: Pick<Beginning, 'tx' | 'caller'>,
  { kind, id }: { kind: GatedKind; id: string },
  { action, content }: SaveCommand,
): Promise<void> {
  if (kind === 'sync') return lockReferences(tx, workspaceId, asSync(content), [id]);
  await lockResources(tx, workspaceId, { write: [id], publish: action === 'publish_now' ? [id] : [] });
}

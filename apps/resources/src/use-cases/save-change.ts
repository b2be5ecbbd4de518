import { Directory, PresentRights, type Actor } from '@imprimatur/access';
import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockResources } from '../persistence/resource-locks.ts';
import { findResource } from './steps/find-resource.ts';
import { lockReferences, referToModel } from './steps/references.ts';
import { rightsToSave } from './steps/rights-to-save.ts';
import { saveContent, type SaveCommand, type SaveResult } from './steps/save-content.ts';
import { assertSoundModel, assertSoundSync } from './steps/sound-content.ts';

export type ModelChange = SaveCommand & { content: ModelContent };
export type SyncChange = SaveCommand & { content: SyncContent };

/** Saves a change of a resource that is there already. */
@Injectable()
export class SaveChange {
  constructor(
    private readonly directory: Directory,
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async model(tx: EntityManager, cause: Cause, actor: Actor, id: string, command: ModelChange): Promise<SaveResult> {
    await findResource(tx, actor, 'model', id);
    await assertSoundModel(command.content);
    const publish = command.action === 'publish_now' ? [id] : [];
    await lockResources(tx, actor.workspaceId, { write: [id], publish });
    const present = await rightsToSave(this.rights, tx, actor, command.action);
    const resource = await findResource(tx, present, 'model', id);
    const saving = { tx, cause, actor: present, directory: this.directory, at: this.clock.now() };
    return saveContent(saving, resource, command, { ends: resource.ends, model: null });
  }

  async sync(tx: EntityManager, cause: Cause, actor: Actor, id: string, command: SyncChange): Promise<SaveResult> {
    await findResource(tx, actor, 'sync', id);
    assertSoundSync(command.content);
    await lockReferences(tx, actor.workspaceId, command.content, [id]);
    const present = await rightsToSave(this.rights, tx, actor, command.action);
    const references = await referToModel(tx, present, command.content);
    const resource = await findResource(tx, present, 'sync', id);
    const saving = { tx, cause, actor: present, directory: this.directory, at: this.clock.now() };
    return saveContent(saving, resource, command, references);
  }
}

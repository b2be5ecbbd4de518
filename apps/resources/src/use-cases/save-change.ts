import { Directory, type Actor } from '@imprimatur/access';
import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockResources } from '../persistence/resource-locks.ts';
import { findResource } from './steps/find-resource.ts';
import { referToModel } from './steps/references.ts';
import { saveContent, type SaveCommand, type SaveResult } from './steps/save-content.ts';
import { assertSoundModel, assertSoundSync } from './steps/sound-content.ts';

export type ModelChange = SaveCommand & { content: ModelContent };
export type SyncChange = SaveCommand & { content: SyncContent };

/** Saves a change of a resource that is there already. */
@Injectable()
export class SaveChange {
  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async model(tx: EntityManager, cause: Cause, actor: Actor, id: string, command: ModelChange): Promise<SaveResult> {
    await findResource(tx, actor, 'model', id);
    await assertSoundModel(command.content);
    const publish = command.action === 'publish_now' ? [id] : [];
    await lockResources(tx, actor.workspaceId, { write: [id], publish });
    const resource = await findResource(tx, actor, 'model', id);
    const saving = { tx, cause, actor, directory: this.directory, at: this.clock.now() };
    return saveContent(saving, resource, command, { ends: resource.ends, model: null });
  }

  async sync(tx: EntityManager, cause: Cause, actor: Actor, id: string, command: SyncChange): Promise<SaveResult> {
    await findResource(tx, actor, 'sync', id);
    assertSoundSync(command.content);
    const references = await referToModel(tx, actor, command.content, [id]);
    const resource = await findResource(tx, actor, 'sync', id);
    const saving = { tx, cause, actor, directory: this.directory, at: this.clock.now() };
    return saveContent(saving, resource, command, references);
  }
}

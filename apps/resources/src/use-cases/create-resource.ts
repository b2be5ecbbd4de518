import { canView } from '@imprimatur/abilities';
import { Directory, PresentRights, type Actor, type Caller } from '@imprimatur/access';
import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { Clock, newId, notFound } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Metadata, Resource } from '../domain/resource.ts';
import { lockConnection } from '../persistence/resource-locks.ts';
import { insertResource } from '../persistence/resources.repository.ts';
import { lockReferences, referToModel, type References } from './steps/references.ts';
import { rightsToSave } from './steps/rights-to-save.ts';
import { saveContent, type SaveCommand, type SaveResult } from './steps/save-content.ts';
import { assertSoundModel, assertSoundSync } from './steps/sound-content.ts';

type Command = Omit<SaveCommand, 'basedOn' | 'content'> & Metadata;
export type CreateModel = Command & { sourceId: string; content: ModelContent };
export type CreateSync = Command & { content: SyncContent };

/** The first save of a resource creates it: as a draft, in review, or live, whatever the member chose and may do. */
@Injectable()
export class CreateResource {
  constructor(
    private readonly directory: Directory,
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async model(tx: EntityManager, cause: Cause, caller: Caller, command: CreateModel): Promise<SaveResult> {
    await assertSoundModel(command.content);
    const { sourceId } = command;
    await lockConnection(tx, caller.workspaceId, 'source', sourceId);
    const actor = await rightsToSave(this.rights, tx, caller, command.action);
    if (!canView(actor.ability, { kind: 'source', id: sourceId })) throw notFound('source');
    const ends = { sourceId, destinationId: null, modelId: null };
    return this.create(tx, cause, actor, 'model', command, { ends, model: null });
  }

  async sync(tx: EntityManager, cause: Cause, caller: Caller, command: CreateSync): Promise<SaveResult> {
    assertSoundSync(command.content);
    await lockReferences(tx, caller.workspaceId, command.content, []);
    const actor = await rightsToSave(this.rights, tx, caller, command.action);
    const references = await referToModel(tx, actor, command.content);
    return this.create(tx, cause, actor, 'sync', command, references);
  }

  private async create(
    tx: EntityManager,
    cause: Cause,
    actor: Actor,
    kind: Resource['kind'],
    command: CreateModel | CreateSync,
    references: References,
  ): Promise<SaveResult> {
    const at = this.clock.now();
    const { name, description, labels } = command;
    const resource: Resource = {
      ...{ workspaceId: actor.workspaceId, id: newId(), kind, name, description, labels, ends: references.ends },
      ...{ metadataVersion: 1, seq: 0, lastRevision: 0, deleted: false, published: null, draft: null },
    };
    await insertResource(tx, resource, actor.memberId, at);
    const saving = { tx, cause, actor, directory: this.directory, at };
    return saveContent(saving, resource, { ...command, basedOn: null }, references);
  }
}

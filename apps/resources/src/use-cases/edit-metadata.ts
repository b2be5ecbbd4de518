import { canEditMetadata } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { forbidden } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMetadataSeen } from '../domain/etag.ts';
import { subjectOn } from '../domain/resource.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { updateMetadata } from '../persistence/resources.repository.ts';
import { appendStates } from './steps/append-states.ts';
import { findResource } from '../persistence/find-resource.ts';

export interface EditMetadataCommand {
  kind: GatedKind;
  id: string;
  ifMatch: string;
  /** Absent: as it is; null: none. */
  change: {
    name?: string | undefined;
    description?: string | null | undefined;
    labels?: string[] | undefined;
  };
}

/** Name, description and labels are metadata: they change at once, also while a draft is in review. */
@Injectable()
export class EditMetadata {
  constructor(private readonly rights: PresentRights) {}

  async execute(tx: EntityManager, cause: Cause, caller: Caller, command: EditMetadataCommand): Promise<number> {
    const { kind, id, ifMatch, change } = command;
    await lockResources(tx, caller.workspaceId, { write: [id] });
    const actor = await this.rights.of(tx, caller);
    const resource = await findResource(tx, actor, kind, id);
    if (!canEditMetadata(actor.ability, subjectOn(kind, [resource.ends])))
      throw forbidden(`Your role does not allow to edit this ${kind}.`);
    assertMetadataSeen(resource, ifMatch);
    const { name = resource.name, description = resource.description, labels = resource.labels } = change;
    await updateMetadata(tx, resource, { name, description: description ?? '', labels });
    await appendStates(tx, cause, actor.workspaceId, [id]);
    return resource.metadataVersion + 1;
  }
}

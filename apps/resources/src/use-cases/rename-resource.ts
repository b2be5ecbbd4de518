import { canEditMetadata } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { DomainError, forbidden } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { subjectOn } from '../domain/resource.ts';
import { lockResources } from '../persistence/resource-locks.ts';
import { renameResource } from '../persistence/resources.repository.ts';
import { appendStates } from './steps/append-states.ts';
import { findResource } from './steps/find-resource.ts';

export interface RenameCommand {
  kind: GatedKind;
  id: string;
  ifMatch: string;
  name: string;
}

/** A name is metadata: it changes at once, also while a draft is in review. */
@Injectable()
export class RenameResource {
  async execute(tx: EntityManager, cause: Cause, actor: Actor, command: RenameCommand): Promise<number> {
    const { kind, id, ifMatch, name } = command;
    await lockResources(tx, actor.workspaceId, { write: [id] });
    const resource = await findResource(tx, actor, kind, id);
    if (!canEditMetadata(actor.ability, subjectOn(kind, [resource.ends])))
      throw forbidden(`Your role does not allow to edit this ${kind}.`);
    const { metadataVersion } = resource;
    if (String(metadataVersion) !== ifMatch)
      throw new DomainError('stale', 'metadata.stale', 'Somebody changed it in the meantime.', {
        details: { metadataVersion, name: resource.name },
      });
    await renameResource(tx, resource, name);
    await appendStates(tx, cause, actor.workspaceId, [id]);
    return metadataVersion + 1;
  }
}

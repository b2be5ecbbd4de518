import { Directory, PresentRights, type Actor } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findResource } from '../persistence/find-resource.ts';
import type { SaveCommand, SaveResult } from './steps/save-content.ts';
import { saveExisting } from './steps/save-existing.ts';

/** Saves a change of a resource that is there already. */
@Injectable()
export class SaveChange {
  constructor(
    private readonly directory: Directory,
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Actor,
    { kind, id }: { kind: GatedKind; id: string },
    command: SaveCommand,
  ): Promise<SaveResult> {
    const { directory, rights } = this;
    await findResource(tx, caller, kind, id);
    const saving = { tx, cause, caller, directory, rights, at: this.clock.now() };
    return saveExisting(saving, { kind, id }, command);
  }
}

import { canView } from '@imprimatur/abilities';
import { Directory, PresentRights, type Actor } from '@imprimatur/access';
import type { GatedKind } from '@imprimatur/contracts';
import { Clock, notFound } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { subjectOn } from '../domain/resource.ts';
import { findVersion } from '../persistence/versions.repository.ts';
import { findResource } from '../persistence/find-resource.ts';
import type { SaveCommand, SaveResult } from './steps/save-content.ts';
import { saveExisting } from './steps/save-existing.ts';

export type RestoreCommand = Omit<SaveCommand, 'content' | 'restoredFrom'> & { version: number };

/** Saves the content of an old version once more: a save like any other, but never around a draft. */
@Injectable()
export class RestoreVersion {
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
    { version, ...choice }: RestoreCommand,
  ): Promise<SaveResult> {
    const { directory, rights } = this;
    const resource = await findResource(tx, caller, kind, id);
    const { content, ends } = await findVersion(tx, caller, resource, version);
    const saving = { tx, cause, caller, directory, rights, at: this.clock.now() };
    const command = { ...choice, content, restoredFrom: version };
    return saveExisting(saving, { kind, id }, command, ({ ability }) => {
      if (!canView(ability, subjectOn(kind, [ends]))) throw notFound('version');
    });
  }
}

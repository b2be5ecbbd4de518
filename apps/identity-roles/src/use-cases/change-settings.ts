import { notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertSeen, changeSettings, type SettingsPatch, type Workspace } from '../domain/workspace.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { WorkspacesRepository } from '../persistence/workspaces.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';
import { workspaceChanged } from './identity-events.ts';

@Injectable()
export class ChangeSettings {
  constructor(
    private readonly workspaces: WorkspacesRepository,
    private readonly roles: RolesRepository,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: ActingMember,
    command: { patch: SettingsPatch; ifMatch: string },
  ): Promise<Workspace> {
    const before = await this.workspaces.lock(tx, actor.workspaceId);
    if (before === null) throw notFound('workspace');
    await heldRole(tx, this.roles, actor, 'settings');
    assertSeen(before.version, command.ifMatch, 'workspace');
    const after = changeSettings(before, command.patch);
    if (after === before) return before;
    await this.workspaces.save(tx, after);
    await appendEvents(tx, cause, [workspaceChanged(after)]);
    return after;
  }
}

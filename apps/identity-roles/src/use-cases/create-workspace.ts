import { defaultSettings, type Plan } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { builtInRolesOf } from '../domain/role.ts';
import { changeSettings, type SettingsPatch, type Workspace } from '../domain/workspace.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { WorkspacesRepository } from '../persistence/workspaces.repository.ts';
import { roleChanged, workspaceChanged } from './identity-events.ts';

export interface NewWorkspace {
  slug: string;
  name: string;
  plan: Plan;
  settings?: SettingsPatch | undefined;
}

/** Operators only. The built-in roles come with the workspace; members do not. */
@Injectable()
export class CreateWorkspace {
  constructor(
    private readonly workspaces: WorkspacesRepository,
    private readonly roles: RolesRepository,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: NewWorkspace): Promise<Workspace> {
    const { slug, name, plan } = command;
    const empty: Workspace = { id: newId(), slug, name, plan, settings: defaultSettings, version: 1, seq: 1 };
    const { settings } = changeSettings(empty, command.settings ?? {});
    const workspace = { ...empty, settings };
    const roles = builtInRolesOf(workspace.id);
    await this.workspaces.insert(tx, workspace);
    await this.roles.insert(tx, roles);
    await appendEvents(tx, cause, [workspaceChanged(workspace), ...roles.map(roleChanged)]);
    return workspace;
  }
}

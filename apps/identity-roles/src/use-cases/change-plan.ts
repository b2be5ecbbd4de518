import type { Plan } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changePlan, type Workspace } from '../domain/workspace.ts';
import { WorkspacesRepository } from '../persistence/workspaces.repository.ts';
import { workspaceChanged } from './identity-events.ts';

/** Operators only: plans are sold, not chosen by members. */
@Injectable()
export class ChangePlan {
  constructor(private readonly workspaces: WorkspacesRepository) {}

  async execute(tx: EntityManager, cause: Cause, command: { workspaceId: string; plan: Plan }): Promise<Workspace> {
    const before = await this.workspaces.lock(tx, command.workspaceId);
    if (before === null) throw notFound('workspace');
    const after = changePlan(before, command.plan);
    if (after === before) return before;
    await this.workspaces.save(tx, after);
    await appendEvents(tx, cause, [workspaceChanged(after)]);
    return after;
  }
}

import { levelOn, saveOptions } from '@imprimatur/abilities';
import { Directory, PresentRights, type Caller } from '@imprimatur/access';
import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertMaySave } from '../domain/save-decision.ts';
import { lockDrafts, readyDrafts, type DraftPin } from './steps/ready-drafts.ts';
import { submit } from './steps/submit.ts';

export interface SubmitCommand {
  items: DraftPin[];
  reviewers: string[];
  comment: string | null;
}

/** Submits several drafts as one approval request: published together or not at all. */
@Injectable()
export class SubmitDrafts {
  constructor(
    private readonly directory: Directory,
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    command: SubmitCommand,
  ): Promise<{ requestId: string }> {
    const { items, reviewers, comment } = command;
    const locked = await lockDrafts(tx, caller.workspaceId, items, 'submit');
    const actor = await this.rights.of(tx, caller);
    const { requireApprovals } = actor.workspace.settings;
    const drafts = await readyDrafts(tx, actor, items, 'submit', locked, (subject) =>
      assertMaySave(saveOptions(levelOn(actor.ability, subject), requireApprovals), 'submit'),
    );
    const submission = { reviewers, comment, submittedAt: this.clock.now() };
    return { requestId: await submit(tx, cause, this.directory, actor, drafts, submission) };
  }
}

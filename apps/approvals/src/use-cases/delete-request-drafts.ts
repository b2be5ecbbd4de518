import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { deleteDraft } from '../domain/decide.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import { Situations } from '../persistence/situations.ts';
import { DecisionRecorder, type DecisionAnswer } from './decision-recorder.ts';

export interface DeleteDraftsCommand extends RequestCommand {
  comment: string | null;
}

/** Ends the request and discards its drafts for good. */
@Injectable()
export class DeleteRequestDrafts {
  constructor(
    private readonly situations: Situations,
    private readonly recorder: DecisionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: DeleteDraftsCommand): Promise<DecisionAnswer> {
    const { situation, person } = await this.situations.lockConfirmed(tx, command);
    const act = { person, comment: command.comment, now: this.clock.now() };
    return this.recorder.record(tx, cause, act, deleteDraft(situation, act));
  }
}

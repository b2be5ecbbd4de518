import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { publishNow } from '../domain/decide.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import { Situations } from '../persistence/situations.ts';
import { DecisionRecorder, type DecisionAnswer } from './decision-recorder.ts';

export interface PublishNowCommand extends RequestCommand {
  itemsHash: string;
  comment: string | null;
}

/** Publishes the items directly, by a member who could have published every one of them without a request. */
@Injectable()
export class PublishRequestNow {
  constructor(
    private readonly situations: Situations,
    private readonly recorder: DecisionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: PublishNowCommand): Promise<DecisionAnswer> {
    const { situation, person } = await this.situations.lockConfirmed(tx, command);
    const act = { person, comment: command.comment, itemsHash: command.itemsHash, now: this.clock.now() };
    return this.recorder.record(tx, cause, act, publishNow(situation, act));
  }
}

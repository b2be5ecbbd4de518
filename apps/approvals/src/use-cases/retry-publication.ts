import { Clock } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { retry } from '../domain/decide.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import { Situations } from '../persistence/situations.ts';
import { DecisionRecorder, type DecisionAnswer } from './decision-recorder.ts';

/** Another attempt to publish what was approved and could not be published. */
@Injectable()
export class RetryPublication {
  constructor(
    private readonly situations: Situations,
    private readonly recorder: DecisionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: RequestCommand): Promise<DecisionAnswer> {
    const { situation, person } = await this.situations.lockConfirmed(tx, command);
    const act = { person, comment: null, now: this.clock.now() };
    return this.recorder.record(tx, cause, act, retry(situation, act));
  }
}

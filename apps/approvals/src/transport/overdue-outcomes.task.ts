import { Bus } from '@imprimatur/messaging';
import { BackgroundTask, Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RepeatOutcome } from '../use-cases/repeat-outcome.ts';

const LOOK_EVERY_MS = 10_000;
const AT_ONCE = 100;

/** Repeats outcomes that resources has not answered in time. Every one of them is an error: somebody finds out why. */
@Injectable()
export class OverdueOutcomes extends BackgroundTask {
  private readonly rounds: Repeating;

  constructor(
    private readonly dataSource: DataSource,
    private readonly bus: Bus,
    private readonly repeatOutcome: RepeatOutcome,
    private readonly logger: Logger,
  ) {
    super();
    this.rounds = new Repeating('overdue-outcomes', LOOK_EVERY_MS, () => this.repeatAll(), logger);
  }

  start(): void {
    this.rounds.start();
  }

  stop(): Promise<void> {
    return this.rounds.stop();
  }

  /** One round; a transaction for each, so that one that fails holds up no other of the next rounds. */
  async repeatAll(): Promise<void> {
    for (const { workspaceId, requestId } of await this.repeatOutcome.overdue(this.dataSource.manager, AT_ONCE)) {
      const repeated = await this.bus.transactions.run((tx) => this.repeatOutcome.execute(tx, workspaceId, requestId));
      if (repeated === null) continue;
      const { kind, attempt } = repeated;
      this.logger.error(
        { workspaceId, requestId, outcome: kind, attempt },
        'an outcome was not answered in time; sent again',
      );
    }
  }
}

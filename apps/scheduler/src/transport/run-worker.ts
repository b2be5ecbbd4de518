import { ConnectorError } from '@imprimatur/connectors';
import { Bus, isTransient } from '@imprimatur/messaging';
import { Logger } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { Lease } from '../domain/lease.ts';
import { noProgress } from '../domain/progress.ts';
import type { Progress, RunFailure } from '../domain/run.ts';
import { FinishRun } from '../use-cases/finish-run.ts';
import { moveRows } from '../use-cases/move-rows.ts';
import { PrepareRun } from '../use-cases/prepare-run.ts';
import { foreseenFailure, unforeseenFailure } from '../use-cases/run-failure.ts';
import { LeaseKeeper } from './lease-keeper.ts';

/** Carries out started runs. */
@Injectable()
export class RunWorker {
  constructor(
    private readonly bus: Bus,
    private readonly keeper: LeaseKeeper,
    private readonly prepareRun: PrepareRun,
    private readonly finishRun: FinishRun,
    private readonly logger: Logger,
  ) {}

  /**
   * Moves the rows of one run and records how it ended. A run that is left because of `stopping`, or lost, is for another worker. Throws
   * when it could be neither ended nor left: then its lease runs out, and it starts again.
   */
  async work(lease: Lease, stopping: AbortSignal): Promise<void> {
    let progress = noProgress;
    const held = this.keeper.hold(lease, () => progress);
    const stop = AbortSignal.any([stopping, held.lost]);
    try {
      const failure = await this.attempt(lease, stop, (reached) => {
        progress = reached;
      });
      if (stop.aborted) await this.leave(lease, held.lost.aborted);
      else await this.finish(lease, progress, failure);
    } finally {
      held.stop();
    }
  }

  private async attempt(
    lease: Lease,
    stop: AbortSignal,
    report: (progress: Progress) => void,
  ): Promise<RunFailure | null> {
    try {
      const plan = await this.bus.transactions.run((tx) => this.prepareRun.execute(tx, lease));
      for await (const progress of moveRows(plan, stop)) report(progress);
      return null;
    } catch (error) {
      if (stop.aborted) return null;
      // The worker before us has not let go of the destination yet.
      if (lease.epoch > 1 && isBusy(error)) throw error;
      const foreseen = foreseenFailure(error);
      if (foreseen !== null) return foreseen;
      // Our own database went away: the run is not at fault.
      if (isTransient(error)) throw error;
      this.logger.error({ err: error, runId: lease.runId }, 'a run ended because of a fault of ours');
      return unforeseenFailure;
    }
  }

  private async finish(lease: Lease, progress: Progress, failure: RunFailure | null): Promise<void> {
    const recorded = await this.bus.transactions.run((tx) =>
      this.finishRun.execute(tx, lease, { ...progress, failure }),
    );
    const { runId, workspaceId } = lease;
    this.logger.info({ runId, workspaceId, recorded, code: failure?.code, ...progress.counts }, 'a run ended');
  }

  private async leave(lease: Lease, lost: boolean): Promise<void> {
    if (!lost) await this.keeper.release(lease);
    this.logger.info({ runId: lease.runId, lost }, 'a run was left to another worker');
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof ConnectorError && error.code === 'destination.busy';
}

import { BackgroundTask, Logger, Repeating } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import type { Lease } from '../domain/lease.ts';
import { RunSettings } from '../domain/run-settings.ts';
import { Claims } from './claims.ts';
import { RunWorker } from './run-worker.ts';

/** Fires what is due and works on runs, a few at once, until it is stopped. Needs no leader: any number of processes may do it. */
@Injectable()
export class RunLoop extends BackgroundTask {
  private readonly rounds: Repeating;
  private readonly inHand = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly claims: Claims,
    private readonly worker: RunWorker,
    private readonly settings: RunSettings,
    private readonly logger: Logger,
  ) {
    super();
    this.rounds = new Repeating('runs', settings.tickIntervalMs, () => this.round(), logger);
  }

  start(): void {
    this.rounds.start();
  }

  /** Looks for work at once: a member waits for it, or a place became free. */
  nudge(): void {
    this.rounds.nudge();
  }

  /** Claims nothing more and leaves the runs in hand to other processes, between two batches of rows. */
  async stop(): Promise<void> {
    await this.rounds.stop();
    this.stopping.abort();
    await Promise.all(this.inHand);
  }

  private async round(): Promise<void> {
    const workspaceIds = await this.claims.openWorkspaces();
    await this.claims.fireDue(workspaceIds);
    while (this.inHand.size < this.settings.workers) {
      const lease = await this.claims.takeRun(workspaceIds);
      if (lease === null) return;
      this.takeInHand(lease);
    }
  }

  private takeInHand(lease: Lease): void {
    const work: Promise<void> = this.worker
      .work(lease, this.stopping.signal)
      .catch((error: unknown) => {
        this.logger.warn(
          { err: error, runId: lease.runId },
          'a run was dropped; it starts again when its lease runs out',
        );
      })
      .finally(() => {
        this.inHand.delete(work);
        this.nudge();
      });
    this.inHand.add(work);
  }
}

import { Bus } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { Lease } from '../domain/lease.ts';
import { workspacesWithWork } from '../persistence/workspaces-with-work.view.ts';
import { FireDueSchedules } from '../use-cases/fire-due-schedules.ts';
import { StartNextRun } from '../use-cases/start-next-run.ts';
import { TakeOverLostRun } from '../use-cases/take-over-lost-run.ts';

/** What this process takes on, one transaction each. Several processes may claim at once: no tick or run is taken twice. */
@Injectable()
export class Claims {
  constructor(
    private readonly bus: Bus,
    private readonly fireDueSchedules: FireDueSchedules,
    private readonly startNextRun: StartNextRun,
    private readonly takeOverLostRun: TakeOverLostRun,
  ) {}

  /** Workspaces with something due, without those whose state may be out of date: their due runs wait. */
  async openWorkspaces(): Promise<string[]> {
    const open: string[] = [];
    for (const workspaceId of await this.bus.transactions.run(workspacesWithWork)) {
      if (!(await this.bus.freshness.behind(workspaceId))) open.push(workspaceId);
    }
    return open;
  }

  async fireDue(workspaceIds: string[]): Promise<void> {
    while (await this.bus.transactions.run((tx) => this.fireDueSchedules.execute(tx, workspaceIds)));
  }

  /** A run that lost its worker, else the next one that the gate lets through; null when there is neither. */
  async takeRun(workspaceIds: string[]): Promise<Lease | null> {
    const lost = await this.bus.transactions.run((tx) => this.takeOverLostRun.execute(tx));
    if (lost !== null) return lost;
    for (;;) {
      const next = await this.bus.transactions.run((tx) => this.startNextRun.execute(tx, workspaceIds));
      if (next !== 'turned-away') return next;
    }
  }
}

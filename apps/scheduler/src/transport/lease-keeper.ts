import { Logger } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import { RunSettings } from '../domain/run-settings.ts';
import type { Progress } from '../domain/run.ts';
import { KeepLease } from '../use-cases/keep-lease.ts';
import { HeldLease } from './held-lease.ts';

/** Keeps the leases of the runs in hand alive, and gives them back. */
@Injectable()
export class LeaseKeeper {
  constructor(
    private readonly keepLease: KeepLease,
    private readonly dataSource: DataSource,
    private readonly settings: RunSettings,
    private readonly logger: Logger,
  ) {}

  hold(lease: Lease, progress: () => Progress): HeldLease {
    return new HeldLease(
      this.settings.leaseMs,
      () => this.keepLease.renew(this.dataSource.manager, lease, progress()),
      (error) => this.logger.warn({ err: error, runId: lease.runId }, 'a lease was not renewed; trying again'),
    );
  }

  /** So that another process can take the run over at once. */
  async release(lease: Lease): Promise<void> {
    await this.keepLease.release(this.dataSource.manager, lease);
  }
}

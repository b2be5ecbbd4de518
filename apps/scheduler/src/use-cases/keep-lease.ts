import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import type { Progress } from '../domain/run.ts';
import { LeasesRepository } from '../persistence/leases.repository.ts';

/** Keeps the lease of a run while it is worked on. Both say whether it was still held. */
@Injectable()
export class KeepLease {
  constructor(private readonly leases: LeasesRepository) {}

  /** Holds it for longer, and shows how far the run is. */
  renew(tx: EntityManager, lease: Lease, progress: Progress): Promise<boolean> {
    return this.leases.renew(tx, lease, progress);
  }

  /** Gives it back, so that another worker need not wait until it runs out. */
  release(tx: EntityManager, lease: Lease): Promise<boolean> {
    return this.leases.release(tx, lease);
  }
}

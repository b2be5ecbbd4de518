import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Lease } from '../domain/lease.ts';
import { LeasesRepository } from '../persistence/leases.repository.ts';

/** Takes over one run whose worker let its lease run out. It passed the gate already, so it starts again on the versions it has. */
@Injectable()
export class TakeOverLostRun {
  constructor(private readonly leases: LeasesRepository) {}

  execute(tx: EntityManager): Promise<Lease | null> {
    return this.leases.takeOverLost(tx);
  }
}

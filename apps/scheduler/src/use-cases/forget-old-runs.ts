import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OldRunsRepository } from '../persistence/old-runs.repository.ts';

/** A schedule that is refused for good writes a refusal at every tick; of what was moved the record is kept for more than a year. */
const KEPT_DAYS = { refused: 14, others: 400 };
const BATCH = 1_000;

/** Deletes runs that are old enough, some at a time, and the versions that no run was started on any more. */
@Injectable()
export class ForgetOldRuns {
  constructor(private readonly oldRuns: OldRunsRepository) {}

  /** Returns whether there may be more to delete at once. */
  async execute(tx: EntityManager): Promise<boolean> {
    if (!(await this.oldRuns.claim(tx))) return false;
    const { deleted, pins } = await this.oldRuns.delete(tx, KEPT_DAYS, BATCH);
    if (pins.length > 0) await this.oldRuns.unpin(tx, pins);
    return deleted === BATCH;
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import type { OneTimeLink } from '../domain/one-time-link.ts';
import { OneTimeLinkRow } from './one-time-link.row.ts';

@Injectable()
export class OneTimeLinksRepository {
  /** A new link takes the place of those that were not used. */
  async replace(tx: EntityManager, accountId: string, hash: Buffer, expiresAt: Date): Promise<void> {
    await tx.delete(OneTimeLinkRow, { accountId, usedAt: IsNull() });
    await tx.insert(OneTimeLinkRow, { hash, accountId, purpose: 'password', expiresAt, usedAt: null });
  }

  lock(tx: EntityManager, hash: Buffer): Promise<OneTimeLink | null> {
    return tx.findOne(OneTimeLinkRow, { where: { hash }, lock: { mode: 'for_no_key_update' } });
  }

  async markUsed(tx: EntityManager, hash: Buffer, usedAt: Date): Promise<void> {
    await tx.update(OneTimeLinkRow, { hash }, { usedAt });
  }

  async deleteExpired(tx: EntityManager, now: Date): Promise<void> {
    await tx.delete(OneTimeLinkRow, { expiresAt: LessThan(now) });
  }
}

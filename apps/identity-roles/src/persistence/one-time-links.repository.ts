import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import type { OneTimeLink } from '../domain/one-time-link.ts';
import { OneTimeLinkRow } from './one-time-link.row.ts';

type NewLink = Omit<OneTimeLink, 'usedAt'> & { hash: Buffer };

@Injectable()
export class OneTimeLinksRepository {
  /** A new link takes the place of those for the same purpose that were not used. Under the lock of its account. */
  async replace(tx: EntityManager, link: NewLink): Promise<void> {
    const { accountId, purpose } = link;
    await tx.delete(OneTimeLinkRow, { accountId, purpose, usedAt: IsNull() });
    await tx.insert(OneTimeLinkRow, { ...link, usedAt: null });
  }

  /** Whose password it would set; null for a link that never was. Read without a lock: take the account's first, then the link's. */
  async accountOf(tx: EntityManager, hash: Buffer): Promise<string | null> {
    const link = await tx.findOneBy(OneTimeLinkRow, { hash });
    return link?.accountId ?? null;
  }

  lock(tx: EntityManager, hash: Buffer): Promise<OneTimeLink | null> {
    return tx.findOne(OneTimeLinkRow, { where: { hash }, lock: { mode: 'for_no_key_update' } });
  }

  async markUsed(tx: EntityManager, hash: Buffer, usedAt: Date): Promise<void> {
    await tx.update(OneTimeLinkRow, { hash }, { usedAt });
  }

  async deleteUnused(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(OneTimeLinkRow, { accountId, usedAt: IsNull() });
  }

  async deleteExpired(tx: EntityManager, now: Date): Promise<void> {
    await tx.delete(OneTimeLinkRow, { expiresAt: LessThan(now) });
  }
}

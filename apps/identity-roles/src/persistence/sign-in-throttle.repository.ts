import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ThrottleCount } from '../domain/throttle.ts';

@Injectable()
export class SignInThrottleRepository {
  /** Reads counts and holds their rows until the transaction ends; in one order everywhere, so that attempts never deadlock. */
  async lock(tx: EntityManager, keys: string[]): Promise<Map<string, ThrottleCount>> {
    const sorted = keys.toSorted();
    await tx.query(
      `insert into sign_in_throttle (key, attempts, last_at) select key, 0, 'epoch' from unnest($1::text[]) key
       order by key on conflict do nothing`,
      [sorted],
    );
    const rows: { key: string; attempts: number; last_at: Date }[] = await tx.query(
      'select key, attempts, last_at from sign_in_throttle where key = any($1) order by key for update',
      [sorted],
    );
    return new Map(rows.map(({ key, attempts, last_at }) => [key, { attempts, lastAt: last_at }]));
  }

  async save(tx: EntityManager, key: string, { attempts, lastAt }: ThrottleCount): Promise<void> {
    await tx.query('update sign_in_throttle set attempts = $2, last_at = $3 where key = $1', [key, attempts, lastAt]);
  }

  async reset(tx: EntityManager, key: string): Promise<void> {
    await tx.query('update sign_in_throttle set attempts = 0 where key = $1', [key]);
  }

  /** Takes back what a right password was charged. */
  async refund(tx: EntityManager, key: string): Promise<void> {
    await tx.query('update sign_in_throttle set attempts = greatest(attempts - 1, 0) where key = $1', [key]);
  }

  async deleteForgiven(tx: EntityManager, before: Date): Promise<void> {
    await tx.query('delete from sign_in_throttle where last_at < $1', [before]);
  }
}

import { newId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountRow } from './account.row.ts';

@Injectable()
export class AccountsRepository {
  find(tx: EntityManager, id: string): Promise<AccountRow | null> {
    return tx.findOneBy(AccountRow, { id });
  }

  /** Taken after the lock of a workspace's members and before links to its password are made, used or ended, and before the link itself. */
  lock(tx: EntityManager, id: string): Promise<AccountRow | null> {
    return tx.findOne(AccountRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** The account as it is, which stays so until the transaction ends: whoever changes its password finds what was given to it now. */
  hold(tx: EntityManager, id: string): Promise<AccountRow | null> {
    return tx.findOne(AccountRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  findByEmail(tx: EntityManager, email: string): Promise<AccountRow | null> {
    return tx.findOneBy(AccountRow, { email });
  }

  /** The account of a mail address, made when there is none. One statement, so that two who ask at once get the same. */
  async obtain(tx: EntityManager, email: string): Promise<{ id: string; created: boolean }> {
    const rows: { id: string; created: boolean }[] = await tx.query(
      `insert into account (id, email) values ($1, $2)
       on conflict (email) do update set email = excluded.email
       returning id, xmax = 0 as created`,
      [newId(), email],
    );
    return rows[0]!;
  }

  async setPassword(tx: EntityManager, id: string, passwordHash: string): Promise<void> {
    await tx.update(AccountRow, { id }, { passwordHash });
  }

  /** Erases who left their last workspace. */
  async deleteIfUnused(tx: EntityManager, id: string): Promise<void> {
    await tx.query('delete from account where id = $1 and not exists (select from member where account_id = $1)', [id]);
  }
}

import { newId } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PasswordResetRequestRow } from './password-reset-request.row.ts';

@Injectable()
export class PasswordResetRequestsRepository {
  async insert(tx: EntityManager, email: string, requestedAt: Date): Promise<void> {
    await tx.insert(PasswordResetRequestRow, { id: newId(), email, requestedAt });
  }

  /** Takes the oldest ones out; replicas that do so at once get others. */
  async take(tx: EntityManager, limit: number): Promise<{ email: string; requestedAt: Date }[]> {
    const [rows]: [{ email: string; requestedAt: Date }[], number] = await tx.query(
      `delete from password_reset_request where id in (
         select id from password_reset_request order by requested_at, id limit $1 for update skip locked)
       returning email, requested_at as "requestedAt"`,
      [limit],
    );
    return rows;
  }
}

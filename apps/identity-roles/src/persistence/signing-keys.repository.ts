import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SigningKey } from '../domain/signing-key.ts';
import { SigningKeyRow } from './signing-key.row.ts';

const FIRST_KEY_LOCK = 7_106_174;

@Injectable()
export class SigningKeysRepository {
  /** Replicas that start at once wait here for each other. */
  async lockCreation(tx: EntityManager): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
  }

  /** The one new tokens are signed with: the newest. */
  current(tx: EntityManager): Promise<SigningKey | null> {
    return tx.findOne(SigningKeyRow, { where: { deleted: false }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  async insert(tx: EntityManager, key: SigningKey): Promise<void> {
    await tx.insert(SigningKeyRow, key);
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SigningKey } from '../domain/signing-key.ts';
import { SigningKeyRow } from './signing-key.row.ts';

const KEYS_LOCK = 7_106_174;

@Injectable()
export class SigningKeysRepository {
  /** Who makes or retires keys waits here for who does so at the same time. */
  async lockAll(tx: EntityManager): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [KEYS_LOCK]);
  }

  /** Those that tokens are verified with. */
  all(tx: EntityManager): Promise<SigningKey[]> {
    return tx.findBy(SigningKeyRow, { deleted: false });
  }

  /** Under {@link lockAll}. */
  async save(tx: EntityManager, { id, sealedPrivateKey, deleted, seq }: SigningKey): Promise<void> {
    const { affected } = await tx.update(SigningKeyRow, { id, seq: seq - 1 }, { sealedPrivateKey, deleted, seq });
    if (affected !== 1) throw new TypeError(`signing key ${id} was changed without its lock`);
  }

  async insert(tx: EntityManager, key: SigningKey): Promise<void> {
    await tx.insert(SigningKeyRow, key);
  }
}

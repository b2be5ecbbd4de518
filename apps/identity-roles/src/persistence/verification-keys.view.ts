import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The public halves of the keys that tokens may be verified with, as RFC 7517 writes them. */
@Injectable()
export class VerificationKeysView {
  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<Record<string, string>[]> {
    const rows: { jwk: Record<string, string> }[] = await this.dataSource.query(
      `select public_jwk || jsonb_build_object('kid', kid) as jwk from signing_key where not deleted
       order by created_at desc, id desc`,
    );
    return rows.map(({ jwk }) => jwk);
  }
}

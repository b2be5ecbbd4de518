import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSigningKey1763802100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signing_key (
        id uuid not null,
        kid text not null,
        public_jwk jsonb not null,
        sealed_private_key bytea not null,
        created_at timestamptz not null,
        deleted boolean not null,
        seq integer not null,
        constraint signing_key_pk primary key (id),
        constraint signing_key_kid unique (kid)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table signing_key');
  }
}

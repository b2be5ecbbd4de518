import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdempotencyKey1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        workspace_id uuid not null,
        member_id uuid not null,
        key text not null,
        fingerprint text not null,
        answer jsonb,
        created_at timestamptz not null default now(),
        constraint idempotency_key_pk primary key (workspace_id, member_id, key)
      )`);
    await runner.query('create index idempotency_key_created_at on idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}

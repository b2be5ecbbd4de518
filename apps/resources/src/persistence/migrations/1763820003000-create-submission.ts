import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSubmission1763820003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table submission (
        workspace_id uuid not null,
        request_id uuid not null,
        submitted_by uuid not null,
        submitted_at timestamptz not null,
        event jsonb,
        sent_at timestamptz not null default now(),
        resends integer not null default 0,
        acknowledged_at timestamptz,
        outcome text,
        answer jsonb,
        constraint submission_pk primary key (workspace_id, request_id),
        constraint submission_outcome check (outcome in ('withdrawn', 'deleted', 'published'))
      )`);
    await runner.query('create index submission_unacknowledged on submission (sent_at) where acknowledged_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table submission');
  }
}

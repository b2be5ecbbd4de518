import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutcome1763810006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outcome (
        workspace_id uuid not null,
        request_id uuid not null,
        request_version integer not null,
        kind text not null,
        attempt integer not null,
        ordered_by uuid not null,
        event_id uuid not null,
        emitted_at timestamptz not null default now(),
        repeats integer not null default 0,
        answered_at timestamptz,
        answer text,
        versions jsonb,
        reasons jsonb,
        constraint outcome_pk primary key (workspace_id, request_id, request_version),
        constraint outcome_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id),
        constraint outcome_kind check (kind in ('approved', 'withdrawn', 'draft_deleted')),
        constraint outcome_answer
          check (answer in ('applied', 'rejected', 'released') and (answer is null) = (answered_at is null))
      );
      create unique index outcome_awaited on outcome (workspace_id, request_id) where answered_at is null;
      create index outcome_overdue on outcome (emitted_at) where answered_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outcome');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeadLetter1767225600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dead_letter (
        id bigint generated always as identity primary key,
        group_name text not null,
        kind text not null check (kind in ('reaction', 'projection')),
        event_id uuid not null,
        reason text not null check (reason in ('malformed', 'rule', 'future', 'failed', 'parked')),
        error text not null,
        attempts integer not null,
        topic text not null,
        partition integer not null,
        log_offset bigint not null,
        record_key text,
        type text,
        workspace_id uuid,
        subject text,
        headers jsonb not null,
        value bytea,
        created_at timestamptz not null default now(),
        retry_requested_at timestamptz,
        constraint dead_letter_event unique (group_name, event_id)
      )`);
    await runner.query('create index dead_letter_subject on dead_letter (group_name, workspace_id, subject, id)');
    await runner.query('create index dead_letter_key on dead_letter (group_name, topic, record_key)');
    await runner.query(
      'create index dead_letter_requested on dead_letter (group_name, id) where retry_requested_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dead_letter');
  }
}

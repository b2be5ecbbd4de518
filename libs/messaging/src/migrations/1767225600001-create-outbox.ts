import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id bigint generated always as identity primary key,
        event_id uuid not null,
        topic text not null,
        type text not null,
        workspace_id uuid not null,
        subject text not null,
        record_key text not null,
        data json not null,
        bytes integer not null,
        time timestamptz not null default now(),
        actor text,
        correlation_id text not null,
        causation_id text,
        traceparent text,
        published_at timestamptz,
        set_aside_at timestamptz,
        set_aside_reason text
      ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`);
    await runner.query('create index outbox_unpublished on outbox (id) where published_at is null');
    await runner.query('create index outbox_published on outbox (published_at) where published_at is not null');
    await runner.query(
      'create index outbox_set_aside on outbox (topic, workspace_id, subject) where set_aside_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox');
  }
}

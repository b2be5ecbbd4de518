import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRun1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table run (
        workspace_id uuid not null,
        id uuid not null,
        sync_id uuid not null,
        sync_name text not null,
        model_id uuid not null,
        source_id uuid not null,
        destination_id uuid not null,
        trigger text not null,
        status text not null,
        requested_by uuid,
        correlation_id text not null,
        created_at timestamptz not null,
        ready_at timestamptz not null,
        rechecked boolean not null default false,
        code text,
        codes text[] not null default '{}',
        sync_version integer,
        model_version integer,
        lease_owner text,
        lease_epoch integer not null default 0,
        lease_expires_at timestamptz,
        counts jsonb,
        rejections jsonb not null default '[]',
        failure jsonb,
        started_at timestamptz,
        finished_at timestamptz,
        constraint run_pk primary key (workspace_id, id),
        constraint run_status check (status in ('queued', 'running', 'succeeded', 'failed', 'refused')),
        constraint run_pinned check (
          status in ('queued', 'refused') or (sync_version is not null and model_version is not null)),
        constraint run_refused check ((status = 'refused') = (code is not null))
      )`);
    await runner.query(`create unique index run_one_running on run (workspace_id, sync_id) where status = 'running'`);
    await runner.query(
      `create unique index run_one_queued on run (workspace_id, sync_id, trigger) where status = 'queued'`,
    );
    await runner.query(`create index run_ready on run (ready_at) where status = 'queued'`);
    await runner.query(`create index run_lost on run (lease_expires_at) where status = 'running'`);
    await runner.query('create index run_newest on run (workspace_id, created_at, id)');
    await runner.query('create index run_newest_of_sync on run (workspace_id, sync_id, created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table run');
  }
}

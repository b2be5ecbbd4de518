import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSchedule1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedule (
        workspace_id uuid not null,
        sync_id uuid not null,
        schedule jsonb,
        anchor timestamptz,
        next_fire_at timestamptz,
        paused boolean not null default false,
        announced_code text,
        constraint schedule_pk primary key (workspace_id, sync_id)
      )`);
    await runner.query(
      'create index schedule_due on schedule (next_fire_at) where next_fire_at is not null and not paused',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table schedule');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAnnouncement1767225700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table announcement (
        workspace_id uuid not null,
        event_id uuid not null,
        occasion text not null,
        occurred_at timestamptz not null,
        request_id uuid,
        content jsonb not null,
        constraint announcement_pk primary key (workspace_id, event_id)
      );
      create index announcement_request on announcement (workspace_id, request_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table announcement');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePinnedVersion1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pinned_version (
        workspace_id uuid not null,
        resource_id uuid not null,
        version integer not null,
        content jsonb not null,
        constraint pinned_version_pk primary key (workspace_id, resource_id, version)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pinned_version');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResourceVersion1763810007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resource_version (
        workspace_id uuid not null,
        resource_id uuid not null,
        kind text not null,
        version integer,
        deleted boolean not null,
        seq bigint not null,
        constraint resource_version_pk primary key (workspace_id, resource_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resource_version');
  }
}

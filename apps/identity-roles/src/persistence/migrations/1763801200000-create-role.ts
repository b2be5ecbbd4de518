import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRole1763801200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role (
        workspace_id uuid not null,
        id uuid not null,
        built_in text,
        document jsonb not null,
        deleted boolean not null,
        seq integer not null,
        constraint role_pk primary key (workspace_id, id),
        constraint role_built_in unique (workspace_id, built_in),
        constraint role_workspace foreign key (workspace_id) references workspace (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table role');
  }
}

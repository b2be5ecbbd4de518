import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWorkspace1763801000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table workspace (
        id uuid not null,
        slug text not null,
        name text not null,
        plan text not null,
        settings jsonb not null,
        version integer not null,
        seq integer not null,
        constraint workspace_pk primary key (id),
        constraint workspace_slug unique (slug),
        constraint workspace_plan check (plan in ('free', 'pro', 'business'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table workspace');
  }
}

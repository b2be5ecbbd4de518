import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRevision1763820002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table revision (
        workspace_id uuid not null,
        resource_id uuid not null,
        revision integer not null,
        content jsonb not null,
        content_hash text not null,
        draft_id uuid,
        saved_by uuid not null,
        saved_at timestamptz not null,
        constraint revision_pk primary key (workspace_id, resource_id, revision),
        constraint revision_resource_fk foreign key (workspace_id, resource_id) references resource (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table revision');
  }
}

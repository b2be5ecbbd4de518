import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAudience1763820101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audience (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        version integer not null,
        seq integer not null,
        model_id uuid not null,
        source_id uuid not null,
        content jsonb not null,
        saved_by uuid not null,
        saved_at timestamptz not null,
        deleted boolean not null default false,
        constraint audience_pk primary key (workspace_id, id),
        constraint audience_model_fk foreign key (workspace_id, model_id) references resource (workspace_id, id),
        constraint audience_source_fk foreign key (workspace_id, source_id) references connection (workspace_id, id)
      )`);
    await runner.query('create index audience_by_name on audience (workspace_id, name, id) where not deleted');
    await runner.query('create index audience_by_model on audience (workspace_id, model_id) where not deleted');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audience');
  }
}

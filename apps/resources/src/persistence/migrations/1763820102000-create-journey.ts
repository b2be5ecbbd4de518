import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJourney1763820102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table journey (
        workspace_id uuid not null,
        id uuid not null,
        name text not null,
        version integer not null,
        seq integer not null,
        audience_id uuid not null,
        destination_ids uuid[] not null,
        content jsonb not null,
        saved_by uuid not null,
        saved_at timestamptz not null,
        deleted boolean not null default false,
        constraint journey_pk primary key (workspace_id, id),
        constraint journey_audience_fk foreign key (workspace_id, audience_id) references audience (workspace_id, id)
      )`);
    await runner.query('create index journey_by_name on journey (workspace_id, name, id) where not deleted');
    await runner.query('create index journey_by_audience on journey (workspace_id, audience_id) where not deleted');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table journey');
  }
}

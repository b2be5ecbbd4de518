import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResource1763820001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resource (
        workspace_id uuid not null,
        id uuid not null,
        kind text not null,
        name text not null,
        metadata_version integer not null,
        source_id uuid not null,
        destination_id uuid,
        model_id uuid,
        last_revision integer not null,
        published_version integer,
        seq integer not null,
        deleted boolean not null default false,
        created_by uuid not null,
        created_at timestamptz not null,
        constraint resource_pk primary key (workspace_id, id),
        constraint resource_kind check (kind in ('model', 'sync')),
        constraint resource_ends check (
          (kind = 'sync') = (destination_id is not null) and (kind = 'sync') = (model_id is not null)
        ),
        constraint resource_source_fk foreign key (workspace_id, source_id) references connection (workspace_id, id),
        constraint resource_destination_fk foreign key (workspace_id, destination_id)
          references connection (workspace_id, id),
        constraint resource_model_fk foreign key (workspace_id, model_id) references resource (workspace_id, id)
      )`);
    await runner.query('create index resource_by_name on resource (workspace_id, kind, name, id)');
    await runner.query('create index resource_by_source on resource (workspace_id, source_id)');
    await runner.query('create index resource_by_destination on resource (workspace_id, destination_id)');
    await runner.query('create index resource_by_model on resource (workspace_id, model_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resource');
  }
}

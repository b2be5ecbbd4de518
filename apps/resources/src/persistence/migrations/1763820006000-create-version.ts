import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVersion1763820006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table version (
        workspace_id uuid not null,
        resource_id uuid not null,
        version integer not null,
        revision integer not null,
        draft_id uuid,
        binding jsonb,
        source_id uuid not null,
        destination_id uuid,
        publication_id uuid not null,
        schedule_anchor timestamptz not null,
        published_at timestamptz not null,
        constraint version_pk primary key (workspace_id, resource_id, version),
        constraint version_revision_once unique (workspace_id, resource_id, revision),
        constraint version_revision_fk foreign key (workspace_id, resource_id, revision)
          references revision (workspace_id, resource_id, revision),
        constraint version_publication_fk foreign key (workspace_id, publication_id)
          references publication (workspace_id, id),
        constraint version_source_fk foreign key (workspace_id, source_id) references connection (workspace_id, id),
        constraint version_destination_fk foreign key (workspace_id, destination_id)
          references connection (workspace_id, id)
      )`);
    await runner.query('create index version_by_publication on version (workspace_id, publication_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table version');
  }
}

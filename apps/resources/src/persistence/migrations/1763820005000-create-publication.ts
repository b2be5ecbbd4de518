import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePublication1763820005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table publication (
        workspace_id uuid not null,
        id uuid not null,
        how text not null,
        request_id uuid,
        attempt integer,
        published_by uuid[] not null,
        published_at timestamptz not null,
        outcome text not null,
        answer jsonb not null,
        constraint publication_pk primary key (workspace_id, id),
        constraint publication_once_per_attempt unique (workspace_id, request_id, attempt),
        constraint publication_how check (how in ('direct', 'request')),
        constraint publication_outcome check (outcome in ('applied', 'rejected')),
        constraint publication_of_a_request check (
          (request_id is null) = (attempt is null) and (how = 'direct' or request_id is not null)
        )
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table publication');
  }
}

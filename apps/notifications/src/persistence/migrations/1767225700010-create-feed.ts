import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That something changed, for whom, in the order in which listeners hear of it. Ids are drawn under a lock of the workspace. */
export class CreateFeed1767225700010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed (
        workspace_id uuid not null,
        id bigint generated always as identity,
        type text not null,
        resource_id uuid not null,
        version int,
        audience jsonb not null,
        present_audience_of uuid,
        created_at timestamptz not null default clock_timestamp(),
        primary key (workspace_id, id)
      )`);
    await runner.query('create index feed_resource on feed (workspace_id, resource_id)');
    await runner.query('create index feed_id on feed (id)');
    await runner.query('create index feed_age on feed (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feed');
  }
}

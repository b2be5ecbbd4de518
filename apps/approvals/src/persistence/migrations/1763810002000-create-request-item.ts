import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRequestItem1763810002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_item (
        workspace_id uuid not null,
        request_id uuid not null,
        resource_id uuid not null,
        position smallint not null,
        kind text not null,
        name text not null,
        revision integer not null,
        content_hash text not null,
        base_version integer,
        content jsonb not null,
        base_content jsonb,
        ends jsonb not null,
        contributors uuid[] not null,
        binding jsonb,
        constraint request_item_pk primary key (workspace_id, request_id, resource_id),
        constraint request_item_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id)
      );
      create index request_item_resource on request_item (workspace_id, resource_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_item');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateComment1763810005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comment (
        workspace_id uuid not null,
        id uuid not null,
        request_id uuid not null,
        commented_by uuid not null,
        commented_at timestamptz not null,
        text text not null,
        constraint comment_pk primary key (workspace_id, id),
        constraint comment_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id)
      );
      create index comment_thread on comment (workspace_id, request_id, commented_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comment');
  }
}

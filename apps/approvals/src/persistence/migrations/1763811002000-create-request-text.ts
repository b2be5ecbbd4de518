import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRequestText1763811002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_text (
        workspace_id uuid not null,
        request_id uuid not null,
        of_id uuid not null,
        kind text not null,
        folded text not null,
        constraint request_text_pk primary key (workspace_id, request_id, of_id),
        constraint request_text_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id),
        constraint request_text_kind check (kind in ('name', 'comment'))
      );
      insert into request_text (workspace_id, request_id, of_id, kind, folded)
        select workspace_id, request_id, resource_id, 'name', lower(normalize(name, nfkc)) from request_item
        union all
        select workspace_id, id, id, 'comment', lower(normalize(comment, nfkc)) from approval_request where comment is not null
        union all
        select workspace_id, request_id, id, 'comment', lower(normalize(text, nfkc)) from comment`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_text');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRequestText1763811002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_text (
        workspace_id uuid not null,
        number integer not null,
        of_id uuid not null,
        kind text not null,
        folded text not null,
        constraint request_text_pk primary key (workspace_id, number, of_id),
        constraint request_text_request
          foreign key (workspace_id, number) references approval_request (workspace_id, number),
        constraint request_text_kind check (kind in ('name', 'comment'))
      );
      insert into request_text (workspace_id, number, of_id, kind, folded)
        select r.workspace_id, r.number, t.of_id, t.kind, lower(normalize(t.text, nfkc))
          from approval_request r
          join lateral (
            select resource_id as of_id, 'name' as kind, name as text from request_item
             where workspace_id = r.workspace_id and request_id = r.id
            union all
            select r.id, 'comment', r.comment where r.comment is not null
            union all
            select id, 'comment', text from comment where workspace_id = r.workspace_id and request_id = r.id) t on true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_text');
  }
}

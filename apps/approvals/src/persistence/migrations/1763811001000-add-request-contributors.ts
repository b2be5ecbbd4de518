import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRequestContributors1763811001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table approval_request add column contributors uuid[] not null default '{}';
      update approval_request r set contributors = c.contributors
        from (select workspace_id, request_id, array_agg(distinct contributor) as contributors
                from request_item, unnest(contributors) contributor group by 1, 2) c
       where c.workspace_id = r.workspace_id and c.request_id = r.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approval_request drop column contributors');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to where each workspace's feed was forgotten; so no index leads through all workspaces, which a look at one of them could take. */
export class RememberWhatTheFeedForgot1767225700012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table feed_forgotten (workspace_id uuid primary key, up_to bigint not null)');
    await runner.query(`
      insert into feed_forgotten (workspace_id, up_to)
      select distinct workspace_id, (select min(id) - 1 from feed) from feed`);
    await runner.query('drop index feed_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index feed_id on feed (id)');
    await runner.query('drop table feed_forgotten');
  }
}

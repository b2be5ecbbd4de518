import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexOneTimeLinkByAccount1763802000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index one_time_link_by_account on one_time_link (account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index one_time_link_by_account');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexMemberByAccount1763801400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index member_by_account on member (account_id) where account_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index member_by_account');
  }
}

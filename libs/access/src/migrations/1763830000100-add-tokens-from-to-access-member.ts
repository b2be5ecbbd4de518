import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddTokensFromToAccessMember1763830000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access_member add column tokens_from_seq integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access_member drop column tokens_from_seq');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddTokensFromToMember1764020100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table member add column tokens_from_seq integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table member drop column tokens_from_seq');
  }
}

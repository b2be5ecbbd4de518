import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For forgetting old mails. */
export class IndexMailAge1767225700008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index mail_age on mail (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mail_age');
  }
}

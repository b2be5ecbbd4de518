import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddItemsToReviewThread1767225700006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table review_thread add column items jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table review_thread drop column items');
  }
}

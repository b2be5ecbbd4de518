import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For forgetting old announcements. */
export class IndexAnnouncementAge1767225700009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index announcement_age on announcement (occurred_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index announcement_age');
  }
}

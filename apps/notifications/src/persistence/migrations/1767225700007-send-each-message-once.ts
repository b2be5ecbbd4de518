import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Message-ID is made from what is new to whom, so the same news under another event id are not sent again. */
export class SendEachMessageOnce1767225700007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail add constraint mail_message_once unique (workspace_id, message_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail drop constraint mail_message_once');
  }
}

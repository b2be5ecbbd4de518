import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUnsubscribeToken1767225700005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unsubscribe_token (
        workspace_id uuid not null,
        member_id uuid not null,
        event_class text not null,
        token text not null,
        constraint unsubscribe_token_pk primary key (workspace_id, member_id, event_class),
        constraint unsubscribe_token_once unique (token)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unsubscribe_token');
  }
}

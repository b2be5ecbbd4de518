import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInbox1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox (
        group_name text not null,
        event_id uuid not null,
        received_at timestamptz not null default now(),
        primary key (group_name, event_id)
      )`);
    await runner.query('create index inbox_received on inbox using brin (received_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table inbox');
  }
}

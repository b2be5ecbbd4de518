import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMailPreference1767225700004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_preference (
        workspace_id uuid not null,
        member_id uuid not null,
        muted text[] not null,
        version integer not null,
        constraint mail_preference_pk primary key (workspace_id, member_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_preference');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSession1763801500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        workspace_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        started_at timestamptz not null,
        revoked_at timestamptz,
        constraint session_pk primary key (workspace_id, id),
        constraint session_member foreign key (workspace_id, member_id) references member (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRefreshToken1763801700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table refresh_token (
        hash bytea not null,
        workspace_id uuid not null,
        session_id uuid not null,
        rotated_at timestamptz,
        expires_at timestamptz not null,
        constraint refresh_token_pk primary key (hash),
        constraint refresh_token_session foreign key (workspace_id, session_id)
          references session (workspace_id, id) on delete cascade
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table refresh_token');
  }
}

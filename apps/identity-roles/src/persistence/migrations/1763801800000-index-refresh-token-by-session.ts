import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexRefreshTokenBySession1763801800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index refresh_token_by_session on refresh_token (workspace_id, session_id, expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index refresh_token_by_session');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexSessionByMember1763801600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index session_by_member on session (workspace_id, member_id) where revoked_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index session_by_member');
  }
}

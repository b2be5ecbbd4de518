import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexServiceTokenByMember1764020400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index service_token_by_member on service_token (workspace_id, member_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index service_token_by_member');
  }
}

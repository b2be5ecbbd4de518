import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexVotesByMember1763811003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index vote_by_member on vote (workspace_id, member_id, request_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index vote_by_member');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVote1763810004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vote (
        workspace_id uuid not null,
        request_id uuid not null,
        member_id uuid not null,
        items_hash text not null,
        comment text,
        voted_at timestamptz not null,
        constraint vote_pk primary key (workspace_id, request_id, member_id),
        constraint vote_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vote');
  }
}

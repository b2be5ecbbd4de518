import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewer1763810003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reviewer (
        workspace_id uuid not null,
        request_id uuid not null,
        member_id uuid not null,
        added_by uuid not null,
        added_at timestamptz not null,
        constraint reviewer_pk primary key (workspace_id, request_id, member_id),
        constraint reviewer_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reviewer');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApprovalRequest1763810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table approval_request (
        workspace_id uuid not null,
        id uuid not null,
        number integer not null,
        status text not null,
        submitted_by uuid not null,
        submitted_at timestamptz not null,
        comment text,
        required_approvals smallint not null,
        items_hash text not null,
        attempt integer not null default 0,
        how text,
        approved_by uuid[] not null default '{}',
        decided_by uuid,
        decided_at timestamptz,
        decision_comment text,
        version integer not null default 1,
        constraint approval_request_pk primary key (workspace_id, id),
        constraint approval_request_number unique (workspace_id, number),
        constraint approval_request_status
          check (status in ('pending', 'approved', 'published', 'publish_failed', 'withdrawn', 'draft_deleted')),
        constraint approval_request_how check (how in ('approved', 'direct', 'withdrawn', 'draft_deleted')),
        constraint approval_request_decided
          check ((status = 'pending') = (decided_by is null) and (how is null) = (decided_by is null))
      );
      create index approval_request_open on approval_request (workspace_id, number)
        where status in ('pending', 'approved', 'publish_failed');
      create index approval_request_submitter on approval_request (workspace_id, submitted_by, number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table approval_request');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMail1767225700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        workspace_id uuid not null,
        id uuid not null,
        event_id uuid not null,
        member_id uuid not null,
        reason text not null,
        message_id text not null,
        state text not null,
        address text,
        subject text,
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        lease_until timestamptz,
        last_error text,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        constraint mail_pk primary key (workspace_id, id),
        constraint mail_once unique (workspace_id, event_id, member_id),
        constraint mail_announcement_fk foreign key (workspace_id, event_id) references announcement (workspace_id, event_id),
        constraint mail_state check (state in ('pending', 'sending', 'sent', 'failed', 'skipped')),
        constraint mail_lease check ((state = 'sending') = (lease_until is not null))
      );
      create index mail_due on mail (next_attempt_at) where state = 'pending';
      create index mail_leased on mail (lease_until) where state = 'sending';
      create index mail_newest on mail (workspace_id, created_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceToken1764020300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_token (
        workspace_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        name text not null,
        hash bytea not null,
        created_at timestamptz not null,
        created_by uuid not null,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        constraint service_token_pk primary key (workspace_id, id),
        constraint service_token_hash unique (hash),
        constraint service_token_member foreign key (workspace_id, member_id) references member (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_token');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConnection1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table connection (
        workspace_id uuid not null,
        id uuid not null,
        kind text not null,
        type text not null,
        name text not null,
        settings jsonb not null,
        credentials jsonb,
        version integer not null,
        seq integer not null,
        deleted boolean not null default false,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint connection_pk primary key (workspace_id, id),
        constraint connection_kind check (kind in ('source', 'destination')),
        constraint connection_erased check (not deleted or credentials is null)
      )`);
    await runner.query('create index connection_by_name on connection (workspace_id, kind, name, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table connection');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjections1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_state (
        workspace_id uuid not null,
        id uuid not null,
        seq bigint not null,
        deleted boolean not null,
        name text not null,
        source_id uuid not null,
        published jsonb,
        has_draft boolean not null,
        constraint model_state_pk primary key (workspace_id, id)
      )`);
    await runner.query(`
      create table sync_state (
        workspace_id uuid not null,
        id uuid not null,
        seq bigint not null,
        deleted boolean not null,
        name text not null,
        source_id uuid not null,
        destination_id uuid not null,
        model_id uuid not null,
        published jsonb,
        constraint sync_state_pk primary key (workspace_id, id)
      )`);
    await runner.query(`
      create table endpoint_state (
        workspace_id uuid not null,
        id uuid not null,
        kind text not null,
        seq bigint not null,
        deleted boolean not null,
        name text not null,
        constraint endpoint_state_pk primary key (workspace_id, id)
      )`);
    await runner.query(`
      create table connection_state (
        workspace_id uuid not null,
        id uuid not null,
        kind text not null,
        seq bigint not null,
        deleted boolean not null,
        version integer not null,
        settings jsonb not null,
        credentials jsonb,
        constraint connection_state_pk primary key (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table connection_state, endpoint_state, sync_state, model_state');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccessProjection1763800000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_workspace (
        id uuid constraint access_workspace_pk primary key,
        seq integer not null,
        deleted boolean not null,
        slug text not null,
        name text not null,
        plan text not null,
        settings jsonb not null
      );
      create table access_member (
        workspace_id uuid not null,
        id uuid not null,
        seq integer not null,
        deleted boolean not null,
        kind text not null,
        name text not null,
        email text,
        role_id uuid not null,
        active boolean not null,
        constraint access_member_pk primary key (workspace_id, id)
      );
      create table access_role (
        workspace_id uuid not null,
        id uuid not null,
        seq integer not null,
        deleted boolean not null,
        document jsonb not null,
        constraint access_role_pk primary key (workspace_id, id)
      );
      create table access_key (
        kid text constraint access_key_pk primary key,
        seq integer not null,
        deleted boolean not null,
        jwk jsonb not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_key, access_role, access_member, access_workspace');
  }
}

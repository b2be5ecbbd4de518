import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMember1763801300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member (
        workspace_id uuid not null,
        id uuid not null,
        account_id uuid,
        kind text not null,
        name text not null,
        role_id uuid not null,
        active boolean not null,
        deleted boolean not null,
        version integer not null,
        seq integer not null,
        constraint member_pk primary key (workspace_id, id),
        constraint member_account unique (workspace_id, account_id),
        constraint member_kind check (kind in ('person', 'service')),
        constraint member_person_has_account check (deleted or kind = 'service' or account_id is not null),
        constraint member_deleted_is_erased check (not deleted or (account_id is null and name = '' and not active)),
        constraint member_workspace foreign key (workspace_id) references workspace (id),
        constraint member_role foreign key (workspace_id, role_id) references role (workspace_id, id),
        constraint member_account_exists foreign key (account_id) references account (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member');
  }
}

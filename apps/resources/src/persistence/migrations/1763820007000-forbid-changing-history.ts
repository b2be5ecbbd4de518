import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was saved and what was published stays as it was, whoever writes to this database. */
export class ForbidChangingHistory1763820007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forbid_changing_history() returns trigger language plpgsql as $$
      begin
        raise exception '% rows are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
      end $$`);
    for (const table of ['revision', 'version'])
      await runner.query(`
        create trigger ${table}_is_immutable before update or delete or truncate on ${table}
        for each statement execute function forbid_changing_history()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['revision', 'version']) await runner.query(`drop trigger ${table}_is_immutable on ${table}`);
    await runner.query('drop function forbid_changing_history');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AllowMailedLinks1764020000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table one_time_link drop constraint one_time_link_purpose,
        add constraint one_time_link_purpose check (purpose in ('password', 'invitation', 'reset'))`);
  }

  /** Links that are only known to the new code are given up with it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from one_time_link where purpose <> 'password'`);
    await runner.query(`
      alter table one_time_link drop constraint one_time_link_purpose,
        add constraint one_time_link_purpose check (purpose in ('password'))`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRelayLease1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table relay_lease (
        only_one boolean primary key default true check (only_one),
        owner uuid,
        epoch bigint not null default 0,
        expires_at timestamptz not null default '-infinity'
      )`);
    await runner.query('insert into relay_lease default values');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table relay_lease');
  }
}

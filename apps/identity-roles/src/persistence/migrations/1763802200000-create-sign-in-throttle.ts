import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSignInThrottle1763802200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_throttle (
        key text not null,
        attempts double precision not null,
        last_at timestamptz not null,
        constraint sign_in_throttle_pk primary key (key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_throttle');
  }
}

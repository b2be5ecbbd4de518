import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountLostWorkers1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run add workers_lost integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run drop workers_lost');
  }
}

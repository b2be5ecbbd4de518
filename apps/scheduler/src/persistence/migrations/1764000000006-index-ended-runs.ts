import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexEndedRuns1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index run_ended on run (status, finished_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index run_ended');
  }
}

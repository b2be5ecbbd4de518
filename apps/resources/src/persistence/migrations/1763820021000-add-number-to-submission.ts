import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddNumberToSubmission1763820021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table submission add column number integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table submission drop column number');
  }
}

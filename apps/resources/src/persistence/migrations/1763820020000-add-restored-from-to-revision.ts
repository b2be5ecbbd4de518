import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRestoredFromToRevision1763820020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revision add column restored_from integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revision drop column restored_from');
  }
}

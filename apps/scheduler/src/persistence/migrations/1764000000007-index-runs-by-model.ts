import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexRunsByModel1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index run_of_model on run (workspace_id, model_id, model_version) where model_version is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index run_of_model');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members choose roles by name, so two that look alike could be taken for each other. */
export class IndexRoleByName1764010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unique index role_name on role (workspace_id, lower(document ->> 'name')) where not deleted`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index role_name');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists never show what is deleted, and it stays on record for good: the index they follow is without it. */
export class IndexListedResources1763820103000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index resource_listed on resource (workspace_id, kind, name, id) where not deleted');
    await runner.query('drop index resource_by_name');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index resource_by_name on resource (workspace_id, kind, name, id)');
    await runner.query('drop index resource_listed');
  }
}

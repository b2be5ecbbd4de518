import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may hear of a sync or of an open request at present: their runs and decisions do not say it themselves. */
export class CreateFeedAudience1767225700011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_audience (
        workspace_id uuid not null,
        id uuid not null,
        seq bigint not null,
        audience jsonb not null,
        primary key (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feed_audience');
  }
}

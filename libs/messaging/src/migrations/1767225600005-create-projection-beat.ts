import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjectionBeat1767225600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table projection_beat (
        group_name text not null,
        topic text not null,
        partition integer not null,
        at timestamptz not null,
        primary key (group_name, topic, partition)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table projection_beat');
  }
}

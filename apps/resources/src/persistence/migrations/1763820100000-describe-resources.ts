import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DescribeResources1763820100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table resource add column description text not null default '', add column labels text[] not null default '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table resource drop column labels, drop column description');
  }
}

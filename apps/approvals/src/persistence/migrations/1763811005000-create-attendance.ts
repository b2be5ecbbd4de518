import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAttendance1763811005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attendance (
        workspace_id uuid not null,
        request_id uuid not null,
        rights bigint not null,
        said_at timestamptz,
        constraint attendance_pk primary key (workspace_id, request_id),
        constraint attendance_request
          foreign key (workspace_id, request_id) references approval_request (workspace_id, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attendance');
  }
}

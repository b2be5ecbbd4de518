import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDraft1763820004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table draft (
        workspace_id uuid not null,
        resource_id uuid not null,
        draft_id uuid not null,
        revision integer not null,
        base_version integer,
        contributors uuid[] not null,
        source_id uuid not null,
        destination_id uuid,
        model_id uuid,
        binding jsonb,
        state text not null,
        request_id uuid,
        constraint draft_pk primary key (workspace_id, resource_id),
        constraint draft_state check (state in ('editing', 'in_review')),
        constraint draft_in_review_for_a_request check ((state = 'in_review') = (request_id is not null)),
        constraint draft_resource_fk foreign key (workspace_id, resource_id) references resource (workspace_id, id),
        constraint draft_revision_fk foreign key (workspace_id, resource_id, revision)
          references revision (workspace_id, resource_id, revision),
        constraint draft_submission_fk foreign key (workspace_id, request_id)
          references submission (workspace_id, request_id),
        constraint draft_destination_fk foreign key (workspace_id, destination_id)
          references connection (workspace_id, id),
        constraint draft_model_fk foreign key (workspace_id, model_id) references resource (workspace_id, id)
      )`);
    await runner.query('create index draft_by_request on draft (workspace_id, request_id)');
    await runner.query('create index draft_by_destination on draft (workspace_id, destination_id)');
    await runner.query('create index draft_by_model on draft (workspace_id, model_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds and ends of the items of every request there is, as the service writes them for new ones. */
const footprints = `
  select workspace_id, request_id, md5(workspace_id::text || items::text)::uuid as id, md5(items::text) as key, items
    from (select i.workspace_id, i.request_id,
                 jsonb_agg(distinct jsonb_build_object('kind', i.kind, 'ends',
                   (select jsonb_agg(jsonb_build_object('sourceId', e.value -> 'sourceId', 'destinationId', e.value -> 'destinationId')
                                     order by e.ordinality)
                      from jsonb_array_elements(i.ends) with ordinality e))) as items
            from request_item i group by i.workspace_id, i.request_id) judged`;

export class CreateFootprint1763811000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table footprint (
        workspace_id uuid not null,
        id uuid not null,
        key text not null,
        items jsonb not null,
        constraint footprint_pk primary key (workspace_id, id),
        constraint footprint_key unique (workspace_id, key)
      );
      insert into footprint (workspace_id, id, key, items)
        select distinct workspace_id, id, key, items from (${footprints}) f;
      alter table approval_request add column footprint_id uuid;
      update approval_request r set footprint_id = f.id
        from (${footprints}) f where f.workspace_id = r.workspace_id and f.request_id = r.id;
      alter table approval_request alter column footprint_id set not null;
      alter table approval_request add constraint approval_request_footprint
        foreign key (workspace_id, footprint_id) references footprint (workspace_id, id);
      create index approval_request_by_footprint on approval_request (workspace_id, footprint_id, number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table approval_request drop column footprint_id; drop table footprint');
  }
}

import { modelContent, syncContent } from '@imprimatur/testing';
import type { EntityManager } from 'typeorm';

/** How many there are: of sources and of destinations, of models and of syncs. */
export interface ShelfSize {
  ends: number;
  resources: number;
}

export interface Shelf {
  sources: string[];
  destinations: string[];
}

/**
 * Fills a workspace of the resources service, straight in its database: sources and destinations, models and syncs with a published
 * version each, every third with a draft.
 */
export async function fillShelf(tx: EntityManager, workspaceId: string, size: ShelfSize): Promise<Shelf> {
  const run = (sql: string, ...parameters: unknown[]): Promise<unknown> => tx.query(sql, [workspaceId, ...parameters]);
  await run(connections, size.ends);
  await run(models, size.resources, size.ends);
  await run(syncs, size.ends);
  await run(revisions, JSON.stringify(modelContent()), JSON.stringify(syncContent()));
  await run(publication);
  await run(versions);
  await run(drafts);
  await tx.query('analyze');
  const ends = (await run('select id, kind from connection where workspace_id = $1 order by id')) as {
    id: string;
    kind: string;
  }[];
  const idsOf = (kind: string): string[] => ends.filter((end) => end.kind === kind).map(({ id }) => id);
  return { sources: idsOf('source'), destinations: idsOf('destination') };
}

const connections = `
  insert into connection (workspace_id, id, kind, type, name, settings, version, seq, created_at, changed_at)
  select $1, gen_random_uuid(), kind, 'postgres', kind || ' ' || n, '{}', 1, 1, now(), now()
    from generate_series(1, $2::integer) n, (values ('source'), ('destination')) as kinds (kind)`;

const insertResource = `
  insert into resource (workspace_id, id, kind, name, metadata_version, source_id, destination_id, model_id, last_revision,
                        seq, created_by, created_at)`;

const models = `${insertResource}
  select $1, gen_random_uuid(), 'model', md5(n::text) || ' model', 1, s.id, null, null, 2, 1, $1, now()
    from generate_series(1, $2::integer) n
    join (select id, row_number() over (order by id) as nth from connection
           where workspace_id = $1 and kind = 'source') s on s.nth = n % $3::integer + 1`;

const syncs = `${insertResource}
  select $1, gen_random_uuid(), 'sync', md5(m.nth::text) || ' sync', 1, m.source_id, d.id, m.id, 2, 1, $1, now()
    from (select id, source_id, row_number() over (order by id) as nth from resource
           where workspace_id = $1 and kind = 'model') m
    join (select id, row_number() over (order by id) as nth from connection
           where workspace_id = $1 and kind = 'destination') d on d.nth = m.nth % $2::integer + 1`;

const revisions = `
  insert into revision (workspace_id, resource_id, revision, content, content_hash, draft_id, saved_by, saved_at)
  select workspace_id, id, n, (case kind when 'model' then $2 else $3 end)::jsonb, md5(id::text), null, $1, now()
    from resource, generate_series(1, 2) n where workspace_id = $1`;

const publication = `
  insert into publication (workspace_id, id, how, published_by, published_at, outcome, answer)
  values ($1, $1, 'direct', array[$1::uuid], now(), 'applied', '{}')`;

const versions = `
  with published as (
    insert into version (workspace_id, resource_id, version, revision, binding, source_id, destination_id, publication_id,
                         schedule_anchor, published_at)
    select workspace_id, id, 1, 1,
           case kind when 'sync' then jsonb_build_object('modelId', model_id, 'revision', 1, 'draftId', null, 'satisfiedBy', 1) end,
           source_id, destination_id, $1, now(), now()
      from resource where workspace_id = $1 returning resource_id)
  update resource set published_version = 1 where workspace_id = $1 and id in (select resource_id from published)`;

const drafts = `
  insert into draft (workspace_id, resource_id, draft_id, revision, base_version, contributors, source_id, destination_id,
                     model_id, binding, state)
  select workspace_id, id, gen_random_uuid(), 2, 1, array[$1::uuid], source_id, destination_id, model_id,
         case kind when 'sync' then jsonb_build_object('modelId', model_id, 'revision', 1, 'draftId', null, 'satisfiedBy', 1) end,
         'editing'
    from (select *, row_number() over (order by id) as nth from resource where workspace_id = $1) every_third
   where nth % 3 = 0`;

import { Id } from '@imprimatur/contracts';
import { PageQuery } from '@imprimatur/service-kit';
import { z } from 'zod';
import { containing, SearchText } from './search-text.ts';

const ResourceState = z.enum(['published', 'drafted', 'in_review', 'stale']).meta({
  description:
    'published: something is live; drafted: it has a draft; in_review: its draft is in review; stale: its draft is. Of drafts that one may view',
});

export const ModelQuery = PageQuery.extend({
  q: SearchText.optional().meta({ description: 'part of the name, the description or a label' }),
  sourceId: Id.optional(),
  state: ResourceState.optional(),
});
export type ModelQuery = z.output<typeof ModelQuery>;

export const SyncQuery = ModelQuery.extend({
  sourceId: Id.optional().meta({ description: 'where it is, or where a draft would move it; so are the other ends' }),
  destinationId: Id.optional(),
  modelId: Id.optional(),
});
export type SyncQuery = z.output<typeof SyncQuery>;

export type ResourceFilter = Omit<SyncQuery, 'limit' | 'cursor'>;

/** Whoever may view where a draft would move its resource sees it; that they may view where it is goes without saying. */
const draftSeen = `
  d.source_id = any($3::uuid[]) and (d.destination_id is null or d.destination_id = any($4::uuid[]))`;

const inState: Record<z.output<typeof ResourceState>, string> = {
  published: 'r.published_version is not null',
  drafted: draftSeen,
  in_review: `d.state = 'in_review' and ${draftSeen}`,
  stale: `d.base_version is distinct from r.published_version and ${draftSeen}`,
};

const ends = { sourceId: 'source_id', destinationId: 'destination_id', modelId: 'model_id' } as const;

/**
 * The conditions of a search, only those that were asked for, so that each search is planned for itself. Parameters continue after
 * `first`; `$3` and `$4` are the sources and destinations that the member may view.
 */
export function conditionsOf(filter: ResourceFilter, first: number): { sql: string; parameters: string[] } {
  const parameters: string[] = [];
  const next = (value: string): string => `$${first + parameters.push(value) - 1}`;
  const conditions: string[] = [];
  const text = containing(filter.q);
  if (text !== null) {
    const like = `ilike ${next(text)}`;
    conditions.push(
      `(r.name ${like} or (r.description <> '' and r.description ${like})
        or (r.labels <> '{}' and exists (select from unnest(r.labels) label where label ${like})))`,
    );
  }
  for (const [key, column] of Object.entries(ends)) {
    const id = filter[key as keyof typeof ends];
    if (id === undefined) continue;
    const given = `${next(id)}::uuid`;
    conditions.push(`(r.${column} = ${given} or (d.${column} = ${given} and ${draftSeen}))`);
  }
  if (filter.state !== undefined) conditions.push(`(${inState[filter.state]})`);
  return { sql: conditions.map((condition) => ` and ${condition}`).join(''), parameters };
}

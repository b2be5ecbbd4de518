import { modelContent, syncContent } from '@imprimatur/testing';
import { action, type Action } from '../action.ts';
import type { End, Saved, Stage } from '../stage.ts';
import { baseModel } from './base-model.ts';

const ways = { 'publish now': 'publish_now', 'save as draft': 'save_draft' } as const;
type Way = keyof typeof ways;

const query = (above: number): string => `select id, email, city from customers where id > ${above}`;

/** On the second version: `revision` is that of the draft, if there is one. */
async function model(stage: Stage, end: End, draft: 'stale' | 'current' | 'none'): Promise<Saved> {
  const made = await stage.model(end);
  const save = (content: object, version: number, how: string) =>
    stage.boss.post(`/models/${made.id}/changes`, { content, basedOn: { version }, action: how });
  const drafted = modelContent({ configuration: { primaryKey: 'id', options: { note: 'drafted' } } });
  const stale = draft === 'stale' ? await save(drafted, 1, 'save_draft') : null;
  await save(modelContent({ query: query(1) }), 1, 'publish_now');
  const current = draft === 'current' ? await save(drafted, 2, 'save_draft') : null;
  return ((stale ?? current)?.body as Saved | undefined) ?? made;
}

/** The same for a sync, which may have moved from one destination to the other. */
async function sync(stage: Stage, [first, second]: [End, End], draft: 'stale' | 'none'): Promise<Saved> {
  const modelId = await baseModel(stage, 'A');
  const made = await stage.sync(modelId, first);
  const save = (content: object, how: string) =>
    stage.boss.post(`/syncs/${made.id}/changes`, { content, basedOn: { version: 1 }, action: how });
  const { configuration } = stage.syncTo(modelId, first);
  const schedule = { kind: 'interval', every: 4, unit: 'weeks', timeZone: 'UTC' } as const;
  const stale = draft === 'stale' ? await save(syncContent({ configuration, schedule }), 'save_draft') : null;
  await save(stage.syncTo(modelId, second, 'contacts_2'), 'publish_now');
  return (stale?.body as Saved | undefined) ?? made;
}

const restore = (way: Way, operation: string, situation: string, prepare: (stage: Stage) => Promise<Saved>): Action =>
  action(operation, `${way}, ${situation}`, {
    prepare,
    send: () => ({ body: { version: 1, basedOn: { version: 2 }, action: ways[way] } }),
  });

const rebase = (operation: string, situation: string, prepare: (stage: Stage) => Promise<Saved>): Action =>
  action(operation, situation, {
    prepare,
    send: (_, { revision }) => ({ body: { basedOn: { revision }, onto: { version: 2 } } }),
  });

const compare = (operation: string, situation: string, prepare: (stage: Stage) => Promise<Saved>, to: string): Action =>
  action(operation, situation, { prepare, send: () => ({ path: `?from=1&to=${to}` }) });

export const draftActions: Action[] = [
  action('GET /models/:id/rebase', 'a stale draft on A', { prepare: (stage: Stage) => model(stage, 'A', 'stale') }),
  rebase('POST /models/:id/rebase', 'another’s stale draft on A', (stage) => model(stage, 'A', 'stale')),
  rebase('POST /models/:id/rebase', 'another’s stale draft on B', (stage) => model(stage, 'B', 'stale')),
  restore('publish now', 'POST /models/:id/restore', 'on A', (stage) => model(stage, 'A', 'none')),
  restore('publish now', 'POST /models/:id/restore', 'on B', (stage) => model(stage, 'B', 'none')),
  restore('save as draft', 'POST /models/:id/restore', 'on A', (stage) => model(stage, 'A', 'none')),
  compare('GET /models/:id/compare', 'two versions, on A', (stage) => model(stage, 'A', 'none'), '2'),
  compare('GET /models/:id/compare', 'with another’s draft, on A', (stage) => model(stage, 'A', 'current'), 'draft'),
  action('GET /syncs/:id/rebase', 'a stale draft, A → A', {
    prepare: (stage: Stage) => sync(stage, ['A', 'A'], 'stale'),
  }),
  rebase('POST /syncs/:id/rebase', 'another’s stale draft, A → A', (stage) => sync(stage, ['A', 'A'], 'stale')),
  restore('publish now', 'POST /syncs/:id/restore', 'A → A', (stage) => sync(stage, ['A', 'A'], 'none')),
  restore('save as draft', 'POST /syncs/:id/restore', 'A → A', (stage) => sync(stage, ['A', 'A'], 'none')),
  restore('save as draft', 'POST /syncs/:id/restore', 'a version from before it moved from A → B to A → A', (stage) =>
    sync(stage, ['B', 'A'], 'none'),
  ),
  compare('GET /syncs/:id/compare', 'two versions, A → A', (stage) => sync(stage, ['A', 'A'], 'none'), '2'),
  compare(
    'GET /syncs/:id/compare',
    'with a version from before it moved from A → B to A → A',
    (stage) => sync(stage, ['B', 'A'], 'none'),
    '2',
  ),
  action('GET /syncs/:id/versions', 'a version from before it moved from A → B to A → A', {
    prepare: (stage: Stage) => sync(stage, ['B', 'A'], 'none'),
    shows: ({ body }) => (body.items.some(({ version }: { version: number }) => version === 1) ? 'seen' : 'hidden'),
  }),
  action('GET /syncs/:id/versions/:version', 'a version from before it moved from A → B to A → A', {
    prepare: (stage: Stage) => sync(stage, ['B', 'A'], 'none'),
    send: () => ({ params: { version: 1 } }),
  }),
];

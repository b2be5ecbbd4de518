import { modelContent } from '@imprimatur/testing';
import { action, type Action } from '../action.ts';
import type { Client } from '../client.ts';
import type { End, Saved, Stage } from '../stage.ts';
import { FIRST, isListed } from './listed.ts';
import { savedAs } from './saved-as.ts';
import { tagOf } from './tag-of.ts';

const changed = modelContent({ query: 'select id, email, city from customers where id > 0' });
const hotfix = modelContent({ query: 'select id, email, city from customers where id > 1' });

const ways = { 'publish now': 'publish_now', submit: 'submit', 'save as draft': 'save_draft' } as const;
type Way = keyof typeof ways;

const published = (end: End) => (stage: Stage) => stage.model(end);
const drafted = (end: End) => (stage: Stage, by: Client) => stage.model(end, { action: 'save_draft' }, by);
const submitted = (end: End) => (stage: Stage) => stage.model(end, { action: 'submit' });

/** A published model with a draft by somebody. */
async function changedBy(stage: Stage, by: Client, action: 'save_draft' | 'submit'): Promise<Saved> {
  const model = await stage.model('A');
  const change = { content: changed, basedOn: { version: 1 }, action };
  return (await by.post(`/models/${model.id}/changes`, stage.asking(change))).body as Saved;
}

const create = (way: Way, end: End): Action =>
  action('POST /models', `${way}, on source ${end}`, {
    send: (stage) => ({
      body: stage.asking({
        ...{ name: stage.name('Created'), sourceId: stage.source(end) },
        ...{ content: modelContent(), action: ways[way] },
      }),
    }),
  });

/** Live, on whatever is live now: any number can do that to one model. */
const live = async (stage: Stage, { id }: Saved) => {
  const { published: current } = (await stage.boss.get(`/models/${id}`)).body as { published: { version: number } };
  const content = modelContent({ query: `select id, email, city from customers where id > ${current.version}` });
  return { body: { content, basedOn: { version: current.version }, action: 'publish_now' } };
};

const change = (way: Way, end: End): Action =>
  action('POST /models/:id/changes', `${way}, published model on ${end}`, {
    prepare: published(end),
    ...(way === 'publish now'
      ? { repeatable: true, send: live }
      : {
          send: (stage) => ({ body: stage.asking({ content: changed, basedOn: { version: 1 }, action: ways[way] }) }),
        }),
  });

const carryOn = (way: Way): Action =>
  action('POST /models/:id/changes', `${way}, another’s draft on A`, {
    prepare: (stage) => changedBy(stage, stage.boss, 'save_draft'),
    send: (stage, { revision }) => ({
      body: stage.asking({ content: hotfix, basedOn: { revision }, action: ways[way] }),
    }),
  });

const remove = (situation: string, prepare: (stage: Stage, by: Client) => Promise<Saved>): Action =>
  action('DELETE /models/:id', situation, {
    prepare,
    send: async (stage, thing) => ({ ifMatch: await tagOf(stage, 'models', thing) }),
  });

const removeDraft = (situation: string, prepare: (stage: Stage, by: Client) => Promise<Saved>, own = false): Action =>
  action('DELETE /models/:id/draft', situation, {
    ...{ own, prepare },
    send: (_, { revision }) => ({ ifMatch: revision }),
  });

async function withSync(stage: Stage): Promise<Saved> {
  const model = await stage.model('A');
  await stage.sync(model.id, 'A', { action: 'save_draft' });
  return model;
}

export const modelActions: Action[] = [
  action('GET /models', 'a model on A in the list', {
    prepare: (stage: Stage) => stage.model('A', { name: FIRST }),
    shows: isListed,
  }),
  action('GET /models', 'a model on B, never published', {
    prepare: (stage: Stage) => stage.model('B', { name: FIRST, action: 'save_draft' }),
    shows: isListed,
  }),
  action('GET /models/:id', 'published, on A', { prepare: published('A') }),
  action('GET /models/:id', 'another’s draft, on B', {
    prepare: drafted('B'),
    shows: ({ body }) => (body.draft === null ? 'hidden' : 'seen'),
  }),
  action('GET /models/:id', 'ways to save it, on A', { prepare: published('A'), shows: savedAs }),
  action('GET /models/:id', 'ways to save it, on B', { prepare: published('B'), shows: savedAs }),
  ...(Object.keys(ways) as Way[]).flatMap((way) => [create(way, 'A'), create(way, 'B')]),
  ...(Object.keys(ways) as Way[]).flatMap((way) => [change(way, 'A'), change(way, 'B')]),
  ...(Object.keys(ways) as Way[]).map(carryOn),
  action('POST /models/:id/changes', 'save as draft, draft in review on A', {
    prepare: (stage) => changedBy(stage, stage.boss, 'submit'),
    send: (_, { revision }) => ({ body: { content: hotfix, basedOn: { revision }, action: 'save_draft' } }),
  }),
  action('POST /models/:id/changes', 'publish now around a draft in review, on A', {
    prepare: (stage) => changedBy(stage, stage.boss, 'submit'),
    repeatable: true,
    send: live,
  }),
  action('PATCH /models/:id', 'another name, on A', {
    repeatable: true,
    prepare: published('A'),
    send: async (stage, { id }) => ({
      ifMatch: await tagOf(stage, 'models', { id }),
      body: { name: stage.name('Renamed') },
    }),
  }),
  action('PATCH /models/:id', 'another name, draft in review on A', {
    repeatable: true,
    prepare: submitted('A'),
    send: async (stage, { id }) => ({
      ifMatch: await tagOf(stage, 'models', { id }),
      body: { name: stage.name('Renamed') },
    }),
  }),
  remove('published, on A', published('A')),
  remove('published, on B', published('B')),
  remove('published, another’s draft, on A', (stage) => changedBy(stage, stage.boss, 'save_draft')),
  remove('published, draft in review, on A', (stage) => changedBy(stage, stage.boss, 'submit')),
  remove('published, a sync refers to it, on A', withSync),
  removeDraft('another’s, never published, on A', (stage) => drafted('A')(stage, stage.boss)),
  removeDraft('another’s, never published, on B', (stage) => drafted('B')(stage, stage.boss)),
  removeDraft('another’s, of a published model on A', (stage) => changedBy(stage, stage.boss, 'save_draft')),
  removeDraft('one’s own, on A', drafted('A'), true),
  removeDraft('in review, on A', submitted('A')),
  action('GET /models/:id/versions', 'on A', { prepare: published('A') }),
  action('GET /models/:id/versions/:version', 'on A', {
    prepare: published('A'),
    send: () => ({ params: { version: 1 } }),
  }),
  action('POST /models/:id/preview', 'rows of what is published, on A', {
    prepare: published('A'),
    send: () => ({ body: { what: 'published' } }),
  }),
  action('POST /models/:id/preview', 'rows of another’s draft, on A', {
    prepare: drafted('A'),
    send: () => ({ body: { what: 'draft' } }),
  }),
  action('POST /models/:id/preview', 'rows of a draft in review, on A', {
    prepare: submitted('A'),
    send: (_, { revision }) => ({ body: { revision } }),
  }),
];

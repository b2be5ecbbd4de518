import { action, type Action } from '../action.ts';
import type { Answer, Client } from '../client.ts';
import type { End, Saved, Stage } from '../stage.ts';
import { baseModel } from './base-model.ts';
import { FIRST, isListed } from './listed.ts';
import { savedAs } from './saved-as.ts';
import { tagOf } from './tag-of.ts';

const ways = { 'publish now': 'publish_now', submit: 'submit', 'save as draft': 'save_draft' } as const;
type Way = keyof typeof ways;
const allWays = Object.keys(ways) as Way[];

/** From a source to a destination, as the table writes it. */
type Pair = 'A → A' | 'A → B' | 'B → A';
const endsOf = (pair: Pair): [End, End] => pair.split(' → ') as [End, End];

type Making = 'publish_now' | 'save_draft' | 'submit';
const sync =
  (pair: Pair, making: Making = 'publish_now') =>
  async (stage: Stage, by: Client = stage.boss): Promise<Saved> => {
    const [from, to] = endsOf(pair);
    return stage.sync(await baseModel(stage, from), to, { action: making }, by);
  };
const byBoss =
  (pair: Pair, making: Making = 'publish_now') =>
  (stage: Stage): Promise<Saved> =>
    sync(pair, making)(stage);

const first =
  (to: End) =>
  async (stage: Stage): Promise<Saved> =>
    stage.sync(await baseModel(stage, 'A'), to, { name: FIRST });

const content = async (stage: Stage, pair: Pair, object: string) => {
  const [from, to] = endsOf(pair);
  return stage.syncTo(await baseModel(stage, from), to, object);
};

const create = (way: Way, pair: Pair): Action =>
  action('POST /syncs', `${way}, ${pair}`, {
    prepare: (stage) => content(stage, pair, 'contacts'),
    send: (stage, made) => ({
      body: stage.asking({ name: stage.name('Created'), content: made, action: ways[way] }),
    }),
  });

const change = (way: Way, pair: Pair, onto = pair): Action =>
  action('POST /syncs/:id/changes', onto === pair ? `${way}, ${pair}` : `${way}, a move from ${pair} to ${onto}`, {
    prepare: byBoss(pair),
    // Any number can publish what is live now with another table; whoever moves it ends that.
    repeatable: way === 'publish now' && onto === pair,
    send: async (stage: Stage, { id }: Saved) => {
      const { published } = (await stage.boss.get(`/syncs/${id}`)).body as { published: { version: number } };
      const { version } = published;
      const changed = await content(stage, onto, `contacts_${version + 1}`);
      return { body: stage.asking({ content: changed, basedOn: { version }, action: ways[way] }) };
    },
  });

/** A draft that would move a published sync. */
async function moved(stage: Stage, pair: Pair, onto: Pair): Promise<Saved> {
  const { id } = await byBoss(pair)(stage);
  const save = { content: await content(stage, onto, 'contacts'), basedOn: { version: 1 }, action: 'save_draft' };
  return (await stage.boss.post(`/syncs/${id}/changes`, save)).body as Saved;
}

const removeDraft = (situation: string, prepare: (stage: Stage, by: Client) => Promise<Saved>, own = false): Action =>
  action('DELETE /syncs/:id/draft', situation, { own, prepare, send: (_, { revision }) => ({ ifMatch: revision }) });

const shownDraft = ({ body }: Answer): string => (body.draft === null ? 'hidden' : 'seen');

export const syncActions: Action[] = [
  action('GET /syncs', 'A → A in the list', { prepare: first('A'), shows: isListed }),
  action('GET /syncs', 'A → B in the list', { prepare: first('B'), shows: isListed }),
  action('GET /syncs/:id', 'A → A', { prepare: byBoss('A → A') }),
  action('GET /syncs/:id', 'A → B', { prepare: byBoss('A → B') }),
  action('GET /syncs/:id', 'another’s draft, A → A', { prepare: byBoss('A → A', 'save_draft'), shows: shownDraft }),
  action('GET /syncs/:id', 'a draft that moves it from A → A to A → B', {
    prepare: (stage: Stage) => moved(stage, 'A → A', 'A → B'),
    shows: shownDraft,
  }),
  action('GET /syncs/:id', 'ways to save it, A → A', { prepare: byBoss('A → A'), shows: savedAs }),
  action('GET /syncs/:id', 'ways to save it, B → A', { prepare: byBoss('B → A'), shows: savedAs }),
  ...allWays.flatMap((way) => [create(way, 'A → A'), create(way, 'A → B'), create(way, 'B → A')]),
  ...allWays.flatMap((way) => [change(way, 'A → A'), change(way, 'B → A')]),
  change('publish now', 'A → A', 'A → B'),
  change('publish now', 'A → A', 'B → A'),
  change('publish now', 'B → A', 'A → A'),
  change('save as draft', 'B → A', 'A → A'),
  action('PATCH /syncs/:id', 'another name, A → A', {
    repeatable: true,
    prepare: byBoss('A → A'),
    send: async (stage, { id }) => ({
      ifMatch: await tagOf(stage, 'syncs', { id }),
      body: { name: stage.name('Renamed') },
    }),
  }),
  ...(['A → A', 'B → A'] as const).map((pair) =>
    action('DELETE /syncs/:id', `published, ${pair}`, {
      prepare: byBoss(pair),
      send: async (stage, thing) => ({ ifMatch: await tagOf(stage, 'syncs', thing) }),
    }),
  ),
  action('DELETE /syncs/:id', 'published, draft in review, A → A', {
    prepare: async (stage: Stage) => {
      const { id } = await byBoss('A → A')(stage);
      const save = { content: await content(stage, 'A → A', 'contacts_2'), basedOn: { version: 1 }, action: 'submit' };
      return (await stage.boss.post(`/syncs/${id}/changes`, stage.asking(save))).body as Saved;
    },
    send: async (stage, thing) => ({ ifMatch: await tagOf(stage, 'syncs', thing) }),
  }),
  removeDraft('another’s, never published, A → A', byBoss('A → A', 'save_draft')),
  removeDraft('another’s, never published, B → A', byBoss('B → A', 'save_draft')),
  removeDraft('another’s, which moves it from B → A to A → A', (stage) => moved(stage, 'B → A', 'A → A')),
  removeDraft('one’s own, A → A', sync('A → A', 'save_draft'), true),
  action('GET /syncs/:id/versions', 'A → A', { prepare: byBoss('A → A') }),
  action('GET /syncs/:id/versions/:version', 'A → A', {
    prepare: byBoss('A → A'),
    send: () => ({ params: { version: 1 } }),
  }),
];

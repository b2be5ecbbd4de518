import { eventually } from '@imprimatur/testing';
import { action, type Action } from '../action.ts';
import type { Answer } from '../client.ts';
import type { End, Saved, Stage } from '../stage.ts';
import { baseModel } from './base-model.ts';
import { isListed } from './listed.ts';

const sync =
  (to: End, over: object = {}) =>
  async (stage: Stage): Promise<Saved> =>
    stage.sync(await baseModel(stage, 'A'), to, over);

/** Of a sync that has run once: `id` is the run's. */
async function finishedRun(stage: Stage, thing: Saved): Promise<void> {
  const { body } = await stage.boss.post('/runs', { syncId: thing.id });
  thing.id = body.id as string;
  await eventually(
    async () => {
      const { status } = (await stage.boss.get(`/runs/${thing.id}`)).body as { status: string };
      if (!['succeeded', 'failed'].includes(status)) throw new Error(`the run is ${status}`);
    },
    { timeoutMs: 30_000 },
  );
}

const run = (situation: string, prepare: (stage: Stage) => Promise<Saved>): Action =>
  action('POST /runs', situation, { prepare, send: (_, { id }) => ({ body: { syncId: id } }) });

const repeatable = true;
const ofSync = (_: Stage, { id }: Saved) => ({ params: { syncId: id } });
type Scheduled = Saved & { modelId: string };

/** A sync of a model of its own, and the schedules of that model. */
const scheduled = (to: End) => ({
  prepare: async (stage: Stage): Promise<Scheduled> => {
    const modelId = (await stage.model('A')).id;
    return { ...(await stage.sync(modelId, to)), modelId };
  },
  send: (_: Stage, { modelId }: Scheduled) => ({ path: `?modelId=${modelId}` }),
  shows: ({ body }: Answer, { id }: Scheduled): string =>
    (body as { items: { syncId: string }[] }).items.some(({ syncId }) => syncId === id) ? 'seen' : 'hidden',
});

export const runActions: Action[] = [
  action('POST /schedules/preview', 'every four weeks', {
    send: () => ({ body: { schedule: { kind: 'interval', every: 4, unit: 'weeks', timeZone: 'UTC' } } }),
  }),
  run('A → A, published', sync('A')),
  run('A → B, published', sync('B')),
  run('A → A, never published', sync('A', { action: 'save_draft' })),
  action('GET /runs', 'a run of A → A in the list', { prepare: sync('A'), ripen: finishedRun, shows: isListed }),
  action('GET /runs', 'a run of A → B in the list', { prepare: sync('B'), ripen: finishedRun, shows: isListed }),
  action('GET /runs/:id', 'of A → A', { prepare: sync('A'), ripen: finishedRun }),
  action('GET /runs/:id', 'of A → B', { prepare: sync('B'), ripen: finishedRun }),
  action('GET /schedules', 'a sync A → A in the list', scheduled('A')),
  action('GET /schedules', 'a sync A → B in the list', scheduled('B')),
  action('GET /schedules/:syncId', 'A → A', { prepare: sync('A'), send: ofSync }),
  action('GET /schedules/:syncId', 'A → B', { prepare: sync('B'), send: ofSync }),
  action('POST /schedules/:syncId/pause', 'A → A', { prepare: sync('A'), send: ofSync, repeatable }),
  action('POST /schedules/:syncId/pause', 'A → B', { prepare: sync('B'), send: ofSync, repeatable }),
  action('POST /schedules/:syncId/resume', 'A → A', { prepare: sync('A'), send: ofSync, repeatable }),
];

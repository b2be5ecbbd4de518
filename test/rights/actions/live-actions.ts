import { action, type Action } from '../action.ts';
import type { End, Stage } from '../stage.ts';
import { baseModel } from './base-model.ts';
import { isListed } from './listed.ts';
import { oncePerStage } from './once-per-stage.ts';

interface Live {
  id: string;
  version: number;
}

const audienceFields = async (stage: Stage) => ({
  name: stage.name('Audience'),
  content: {
    modelId: await baseModel(stage, 'A'),
    conditions: [{ column: 'city', operator: 'is_not_empty', value: null }],
  },
});

async function audience(stage: Stage): Promise<Live> {
  return (await stage.boss.post('/audiences', await audienceFields(stage))).body as Live;
}

const knownAudience = oncePerStage({ known: async (stage) => (await audience(stage)).id });

const journeyFields = async (stage: Stage, end: End) => ({
  name: stage.name('Journey'),
  content: {
    audienceId: await knownAudience(stage, 'known'),
    steps: [{ kind: 'enter_destination', destinationId: stage.destination(end), object: 'contacts' }],
  },
});

const journey =
  (end: End) =>
  async (stage: Stage): Promise<Live> =>
    (await stage.boss.post('/journeys', await journeyFields(stage, end))).body as Live;

async function audienceWithJourney(stage: Stage): Promise<Live> {
  const made = await audience(stage);
  const fields = await journeyFields(stage, 'A');
  await stage.boss.post('/journeys', { ...fields, content: { ...fields.content, audienceId: made.id } });
  return made;
}

const tag = (_: Stage, { version }: Live) => ({ ifMatch: version });

export const liveActions: Action[] = [
  action('GET /audiences', 'an audience on A in the list', { prepare: audience, shows: isListed }),
  action('GET /audiences/:id', 'on A', { prepare: audience }),
  action('POST /audiences', 'on A', { send: async (stage) => ({ body: await audienceFields(stage) }) }),
  action('PUT /audiences/:id', 'on A', {
    prepare: audience,
    send: async (stage, { version }) => ({ ifMatch: version, body: await audienceFields(stage) }),
  }),
  action('DELETE /audiences/:id', 'on A', { prepare: audience, send: tag }),
  action('DELETE /audiences/:id', 'on A, a journey begins with it', { prepare: audienceWithJourney, send: tag }),
  action('GET /journeys', 'a journey from A to A in the list', { prepare: journey('A'), shows: isListed }),
  action('GET /journeys', 'a journey from A to B in the list', { prepare: journey('B'), shows: isListed }),
  action('GET /journeys/:id', 'from A to A', { prepare: journey('A') }),
  action('GET /journeys/:id', 'from A to B', { prepare: journey('B') }),
  action('POST /journeys', 'from A to A', { send: async (stage) => ({ body: await journeyFields(stage, 'A') }) }),
  action('PUT /journeys/:id', 'from A to A', {
    prepare: journey('A'),
    send: async (stage, { version }) => ({ ifMatch: version, body: await journeyFields(stage, 'A') }),
  }),
  action('DELETE /journeys/:id', 'from A to A', { prepare: journey('A'), send: tag }),
];

import { eventually } from '@imprimatur/testing';
import { action, type Action } from '../action.ts';
import type { Answer } from '../client.ts';
import type { Stage } from '../stage.ts';
import { baseModel } from './base-model.ts';
import { tagOf } from './tag-of.ts';

/** `id` is what changed after `lastEventId`. */
interface Heard {
  id: string;
  lastEventId: string;
}

const isHeard = ({ body }: Answer, id: string): boolean =>
  (body as { events: { id: string }[] }).events.some((event) => event.id === id);

/** Something that changes once everything else is ready, and has been heard of. Answers with what is heard. */
const change = (situation: string, of: (stage: Stage) => Promise<string>): Action =>
  action('GET /stream', situation, {
    newest: true,
    prepare: (): Promise<Heard> => Promise.resolve({ id: '', lastEventId: '' }),
    ripen: async (stage, thing) => {
      thing.lastEventId = (await stage.boss.get('/stream')).body.lastEventId as string;
      thing.id = await of(stage);
      await eventually(
        async () => {
          const answer = await stage.boss.get(`/stream?lastEventId=${thing.lastEventId}`);
          if (!isHeard(answer, thing.id)) throw new Error(`nothing is heard of ${situation}`);
        },
        { timeoutMs: 30_000 },
      );
    },
    send: (_, { lastEventId }) => ({ path: `?lastEventId=${lastEventId}` }),
    shows: (answer, { id }) => (isHeard(answer, id) ? 'seen' : 'hidden'),
  });

async function renamedModel(stage: Stage): Promise<string> {
  const { id } = await stage.model('A');
  const ifMatch = await tagOf(stage, 'models', { id });
  await stage.boss.must({ method: 'PATCH', path: `/models/${id}`, body: { name: stage.name('Renamed') }, ifMatch });
  return id;
}

async function runToB(stage: Stage): Promise<string> {
  const { id } = await stage.sync(await baseModel(stage, 'A'), 'B');
  return await eventually(
    async () => {
      const { status, body, text } = await stage.boss.send({ method: 'POST', path: '/runs', body: { syncId: id } });
      if (status >= 300) throw new Error(text);
      return body.id as string;
    },
    { timeoutMs: 30_000 },
  );
}

async function made(stage: Stage, path: '/members' | '/service-accounts'): Promise<string> {
  const roleId = [...stage.roleIds.values()].at(-1)!;
  const name = stage.name('heard of');
  const email = `${name.replaceAll(' ', '-')}@${stage.slug}.example`;
  const body = path === '/members' ? { name, email, roleId } : { name, roleId };
  return (await stage.boss.post(path, body)).body.id as string;
}

export const streamActions: Action[] = [
  change('a model on A', renamedModel),
  change('a run of A → B', runToB),
  change('a new member', (stage) => made(stage, '/members')),
  change('a new service account', (stage) => made(stage, '/service-accounts')),
];

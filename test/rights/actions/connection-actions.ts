import { action, type Action } from '../action.ts';
import type { Stage } from '../stage.ts';

interface Versioned {
  id: string;
  ifMatch: string;
}

const connectionActions = (kind: 'source' | 'destination'): Action[] => {
  const plural = `/${kind}s`;
  const fields = (stage: Stage) => ({
    ...{ type: 'postgres', name: stage.name(kind) },
    ...(kind === 'source' ? stage.world.warehouse : stage.world.crm).connection,
  });
  const fresh = async (stage: Stage): Promise<Versioned> => {
    const { id } = (await stage.boss.post(plural, fields(stage))).body as { id: string };
    return { id, ifMatch: '1' };
  };
  const known = (end: 'A' | 'B') => async (stage: Stage) => ({ id: stage[kind](end), ifMatch: '1' });
  const listed = (end: 'A' | 'B') =>
    action(`GET ${plural}`, `${kind} ${end} in the list`, {
      send: () => ({ path: '?limit=200' }),
      shows: ({ body }, _, __, stage) =>
        body.items.some(({ id }: { id: string }) => id === stage[kind](end)) ? 'seen' : 'hidden',
    });
  const tag = ({ ifMatch }: Versioned) => ({ ifMatch });
  return [
    listed('A'),
    listed('B'),
    action(`GET ${plural}/:id`, `${kind} A`, { prepare: known('A') }),
    action(`GET ${plural}/:id`, `${kind} B`, { prepare: known('B') }),
    action(`GET ${plural}/:id`, `how to connect to ${kind} A`, {
      prepare: known('A'),
      shows: ({ body }) => (body.settings === null ? 'hidden' : 'seen'),
    }),
    action(`POST ${plural}`, 'a new one', { send: (stage) => ({ body: fields(stage) }) }),
    action(`PATCH ${plural}/:id`, 'one that no role names', {
      prepare: fresh,
      send: (stage, thing) => ({ ...tag(thing), body: { name: stage.name('Renamed') } }),
    }),
    action(`DELETE ${plural}/:id`, 'one that no role names', { prepare: fresh, send: (_, thing) => tag(thing) }),
    action(`DELETE ${plural}/:id`, `${kind} A, in use`, { prepare: known('A'), send: (_, thing) => tag(thing) }),
    action(`POST ${plural}/:id/test`, `${kind} A`, { prepare: known('A') }),
    action(`POST ${plural}/:id/test`, `${kind} B`, { prepare: known('B') }),
  ];
};

const preview = (end: 'A' | 'B'): Action =>
  action('POST /sources/:id/preview', `rows of source ${end}`, {
    send: (stage) => ({
      params: { id: stage.source(end) },
      body: { query: 'select 1 as one' },
    }),
  });

const readable = (end: 'A' | 'B'): Action =>
  action('GET /sources/:id/tables', `tables of source ${end}`, {
    send: (stage) => ({ params: { id: stage.source(end) } }),
  });

const tables = (end: 'A' | 'B'): Action =>
  action('GET /destinations/:id/tables', `tables of destination ${end}`, {
    send: (stage) => ({ params: { id: stage.destination(end) } }),
  });

export const endActions: Action[] = [
  ...connectionActions('source'),
  preview('A'),
  preview('B'),
  readable('A'),
  readable('B'),
  ...connectionActions('destination'),
  tables('A'),
  tables('B'),
];

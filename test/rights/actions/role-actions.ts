import { action, type Action } from '../action.ts';
import type { Stage } from '../stage.ts';

interface Versioned {
  id: string;
  version: number;
}

const grants = {
  workspace: {
    ...{ settings: false, members: false, roles: false },
    ...{ audiences: false, journeys: false, auditLog: false },
  },
  sources: [],
  destinations: [],
};
const fields = (stage: Stage) => ({ name: stage.name('Role'), ...grants });

async function custom(stage: Stage): Promise<Versioned> {
  return (await stage.boss.post('/roles', fields(stage))).body as Versioned;
}

async function builtIn(stage: Stage): Promise<Versioned> {
  const { items } = (await stage.boss.get('/roles')).body as { items: (Versioned & { name: string })[] };
  return items.find(({ name }) => name === 'Workspace viewer')!;
}

async function assigned(stage: Stage): Promise<Versioned> {
  const id = [...stage.roleIds.values()].at(-1)!;
  return { id, version: Number((await stage.boss.get(`/roles/${id}`)).etag) };
}

const edit = (situation: string, prepare: (stage: Stage) => Promise<Versioned>): Action =>
  action('PUT /roles/:id', situation, {
    prepare,
    send: (stage, { version }) => ({ ifMatch: version, body: fields(stage) }),
  });

const remove = (situation: string, prepare: (stage: Stage) => Promise<Versioned>): Action =>
  action('DELETE /roles/:id', situation, { prepare, send: (_, { version }) => ({ ifMatch: version }) });

export const roleActions: Action[] = [
  action('GET /roles', 'the list'),
  action('GET /roles/:id', 'Workspace viewer', { prepare: builtIn }),
  action('POST /roles', 'a role without rights', { send: (stage) => ({ body: fields(stage) }) }),
  edit('a custom one', custom),
  edit('Workspace viewer', builtIn),
  remove('a custom one that nobody has', custom),
  remove('a custom one that somebody has', assigned),
  remove('Workspace viewer', builtIn),
  action('POST /roles/:id/duplicate', 'Workspace viewer', { prepare: builtIn, send: () => ({ body: {} }) }),
  action('GET /roles/:id/effect', 'Workspace viewer, for models', {
    prepare: builtIn,
    send: () => ({ path: '?kind=model' }),
  }),
  action('POST /roles/effect', 'a role that is not saved', { send: () => ({ body: { kind: 'model', role: grants } }) }),
];

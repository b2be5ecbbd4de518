import { action, type Action } from '../action.ts';
import type { Stage } from '../stage.ts';

interface Drafts {
  items: { resourceId: string; revision: number }[];
}

async function drafts(stage: Stage, from: 'A' | 'B', to: 'A' | 'B'): Promise<Drafts> {
  const model = await stage.model(from, { action: 'save_draft' });
  const sync = await stage.sync(model.id, to, { action: 'save_draft' });
  return { items: [model, sync].map(({ id: resourceId, revision }) => ({ resourceId, revision })) };
}

const set = (way: 'submit' | 'publish_now', from: 'A' | 'B', to: 'A' | 'B'): Action =>
  action(
    'POST /change-sets',
    `${way === 'submit' ? 'submit' : 'publish now'}, another’s drafts: a model on ${from} with its sync to ${to}`,
    {
      prepare: (stage) => drafts(stage, from, to),
      send: (stage, { items }) => ({ body: stage.asking({ action: way, items }) }),
    },
  );

const suggestions = (to: 'A' | 'B'): Action =>
  action('POST /change-sets/suggestions', `the drafted model on A of a drafted sync to ${to}`, {
    prepare: (stage: Stage) => drafts(stage, 'A', to),
    send: (_, { items }) => ({ body: { items: items.slice(1) } }),
    shows: ({ body }, { items }) =>
      (body.models as { resourceId: string }[]).some(({ resourceId }) => resourceId === items[0]!.resourceId)
        ? 'seen'
        : 'hidden',
  });

export const changeSetActions: Action[] = [
  suggestions('A'),
  suggestions('B'),
  set('submit', 'A', 'A'),
  set('submit', 'A', 'B'),
  set('submit', 'B', 'A'),
  set('publish_now', 'A', 'A'),
  set('publish_now', 'B', 'A'),
];

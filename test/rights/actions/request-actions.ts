import type { WorkspaceSettings } from '@imprimatur/contracts';
import { action, type Action } from '../action.ts';
import type { Answer, Client } from '../client.ts';
import { copyRequest } from '../copy-request.ts';
import type { Saved, Stage } from '../stage.ts';
import { baseModel } from './base-model.ts';
import { isListed } from './listed.ts';
import { oncePerStage } from './once-per-stage.ts';

interface Asked {
  /** Of the request. */
  id: string;
  tag: string;
  /** The request that it will be a copy of. */
  template: string;
  submittedBy: string;
  contributors: string[];
}

type Template = 'model on A' | 'model on B' | 'sync A → A' | 'sync A → B' | 'model on A with its sync to B';

const requestOn = async (saved: Promise<Saved>): Promise<string> => (await saved).requestId!;

const templates: Record<Template, (stage: Stage) => Promise<string>> = {
  'model on A': (stage) => requestOn(stage.model('A', { action: 'submit' })),
  'model on B': (stage) => requestOn(stage.model('B', { action: 'submit' })),
  'sync A → A': async (stage) => requestOn(stage.sync(await baseModel(stage, 'A'), 'A', { action: 'submit' })),
  'sync A → B': async (stage) => requestOn(stage.sync(await baseModel(stage, 'A'), 'B', { action: 'submit' })),
  'model on A with its sync to B': async (stage) => {
    const drafted = await stage.model('A', { action: 'save_draft' });
    const reader = await stage.sync(drafted.id, 'B', { action: 'save_draft' });
    const items = [drafted, reader].map(({ id: resourceId, revision }) => ({ resourceId, revision }));
    const { body } = await stage.boss.post('/change-sets', stage.asking({ action: 'submit', items }));
    return body.requestId as string;
  },
};
const template = oncePerStage(templates);

type People = (boss: string, member: string) => { submittedBy: string; contributors: string[] };
const work = {
  another: (boss) => ({ submittedBy: boss, contributors: [boss] }),
  own: (_, member) => ({ submittedBy: member, contributors: [member] }),
  /** Begun by the member, carried on and submitted by somebody else. */
  contributed: (boss, member) => ({ submittedBy: boss, contributors: [member, boss] }),
} satisfies Record<string, People>;

const asked = (what: Template, people: People) => ({
  prepare: async (stage: Stage, by: Client): Promise<Asked> => ({
    ...{ id: '', tag: '', template: await template(stage, what) },
    ...people(stage.boss.memberId, by.memberId),
  }),
  ripen: async ({ world, workspaceId }: Stage, thing: Asked): Promise<void> => {
    const { template: of, submittedBy, contributors } = thing;
    const { dataSource } = world.app('approvals');
    Object.assign(thing, await copyRequest(dataSource, { workspaceId, of, submittedBy, contributors }));
  },
});

interface Kind extends Pick<Action, 'prepare' | 'ripen'> {
  situation: string;
  own?: boolean;
}

const others = {
  modelA: { situation: 'another’s: a model on A', ...asked('model on A', work.another) },
  modelB: { situation: 'another’s: a model on B', ...asked('model on B', work.another) },
  sync: { situation: 'another’s: a sync A → A', ...asked('sync A → A', work.another) },
  hiddenSync: { situation: 'another’s: a sync A → B', ...asked('sync A → B', work.another) },
  both: {
    situation: 'another’s: a model on A with its sync to B',
    ...asked('model on A with its sync to B', work.another),
  },
} satisfies Record<string, Kind>;
const own = {
  model: { situation: 'one’s own: a model on A', own: true, ...asked('model on A', work.own) },
  sync: { situation: 'one’s own: a sync A → A', own: true, ...asked('sync A → A', work.own) },
  contributed: {
    situation: 'another’s, with one’s own work: a model on A',
    own: true,
    ...asked('model on A', work.contributed),
  },
} satisfies Record<string, Kind>;
const everyKind: Kind[] = [...Object.values(others), ...Object.values(own)];

const deciding =
  (operation: string, body: object | undefined, pinned: boolean) =>
  ({ situation, ...kind }: Kind, settings?: Partial<WorkspaceSettings>): Action => {
    const note = settings?.selfApproval === undefined ? '' : `, self-approval ${settings.selfApproval}`;
    return action(`${operation}`, `${situation}${note}`, {
      ...kind,
      ...(settings === undefined ? {} : { settings }),
      send: (_: Stage, { tag }: Asked) => (pinned ? { body, ifMatch: tag } : { body }),
    });
  };

const approve = deciding('POST /approval-requests/:id/approve', {}, true);
const publishNow = deciding('POST /approval-requests/:id/publish-now', {}, true);
const withdraw = deciding('POST /approval-requests/:id/withdraw', {}, false);
const deleteDraft = deciding('POST /approval-requests/:id/delete-draft', { comment: 'Not now.' }, false);

/** Such a failure takes a race, so it is written down as if there had been one. */
const failed =
  ({ ripen }: Kind, how: 'approved' | 'direct') =>
  async (stage: Stage, thing: Asked): Promise<void> => {
    await ripen?.(stage, thing);
    const { id } = thing;
    await stage.world.app('approvals').dataSource.query(
      `update approval_request set status = 'publish_failed', attempt = 1, how = $2, approved_by = array[$3::uuid],
              decided_by = $3, decided_at = now(), version = version + 1 where id = $1`,
      [id, how, stage.boss.memberId],
    );
  };

const retry = (kind: Kind, how: 'approved' | 'direct'): Action =>
  action(
    'POST /approval-requests/:id/retry',
    `${how === 'direct' ? 'published now' : 'approved'}, failed; ${kind.situation}`,
    {
      ...kind,
      ripen: failed(kind, how),
      send: () => ({ body: {} }),
    },
  );

const reviewers = (kind: Kind): Action =>
  action('PUT /approval-requests/:id/reviewers', kind.situation, {
    ...kind,
    send: (stage: Stage) => ({ body: { remove: [stage.judgeId] } }),
  });

const listed = (tab: string, kind: Kind): Action =>
  action('GET /approval-requests', `“${tab}”: ${kind.situation}`, {
    ...kind,
    newest: true,
    send: () => ({ path: `?tab=${tab}&limit=100` }),
    shows: isListed,
  });

const everyItem = ({ body }: Answer): string =>
  (body.items as { visible: boolean }[]).every(({ visible }) => visible) ? 'seen' : 'hidden';

export const requestActions: Action[] = [
  action('GET /approval-requests/counts', 'how many for each tab'),
  listed('to-review', others.modelA),
  listed('to-review', others.both),
  listed('to-review', own.model),
  listed('open', others.modelA),
  listed('open', others.hiddenSync),
  listed('open', others.both),
  listed('mine', others.modelA),
  listed('mine', own.model),
  ...everyKind.map(({ situation, ...kind }) => action('GET /approval-requests/:id', situation, kind)),
  action('GET /approval-requests/:id', 'every item of a model on A with its sync to B', {
    ...asked('model on A with its sync to B', work.another),
    shows: everyItem,
  }),
  ...everyKind.map((kind) => approve(kind)),
  ...(['never', 'always'] as const).flatMap((selfApproval) => [
    approve(others.modelA, { selfApproval }),
    ...Object.values(own).map((kind) => approve(kind, { selfApproval })),
  ]),
  ...everyKind.map((kind) => publishNow(kind)),
  publishNow(own.model, { selfApproval: 'never' }),
  ...everyKind.map((kind) => withdraw(kind)),
  ...everyKind.map((kind) => deleteDraft(kind)),
  retry(others.modelA, 'approved'),
  retry(own.model, 'approved'),
  retry(others.modelA, 'direct'),
  retry(others.modelB, 'direct'),
  ...[others.modelA, others.hiddenSync, others.both, own.model].map(({ situation, ...kind }: Kind) =>
    action('POST /approval-requests/:id/comments', situation, { ...kind, send: () => ({ body: { text: 'Why?' } }) }),
  ),
  ...[others.modelA, others.modelB, others.both, own.model].map(reviewers),
];

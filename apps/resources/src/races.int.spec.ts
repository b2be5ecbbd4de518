import { DraftSubmitted, PublicationApplied, PublicationRejected, RequestApproved } from '@imprimatur/contracts';
import { eventually, modelContent, raceRounds, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { approvalOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Saved } from './testing/resources-world.fixture.ts';

let changes = 0;
const changed = () => modelContent({ query: `select id, email, city from customers where ${(changes += 1)} = 1` });
const winners = (answers: Response[]): Response[] => answers.filter(({ status }) => status < 300);
const codes = (answers: Response[]): string[] =>
  answers.filter(({ status }) => status >= 300).map(({ body }) => (body as { code: string }).code);

const TIMEOUT_MS = raceRounds * 2_000 + 60_000;

async function inRounds(round: () => Promise<void>): Promise<void> {
  for (let done = 0; done < raceRounds; done++) await round();
}

describe('of two commands at once exactly one wins', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let sourceId: string;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    sourceId = await world.connection(workspace.members.admin, 'sources');
  });
  afterAll(() => world.close());

  const change = (member: 'admin' | 'workspace-editor', id: string, body: object) =>
    world.call(workspace.members[member], 'post', `/models/${id}/changes`, { content: changed(), ...body });
  const submit = (id: string, revision: number) =>
    world.call(workspace.members.admin, 'post', '/change-sets', {
      ...{ action: 'submit', items: [{ resourceId: id, revision }], reviewers: [workspace.members.admin.id] },
    });
  const drafted = async (): Promise<Saved> => world.model(workspace.members.admin, sourceId, { action: 'save_draft' });

  it(
    'submit and submit',
    () =>
      inRounds(async () => {
        const { id } = await drafted();
        const answers = await Promise.all([submit(id, 1), submit(id, 1)]);
        expect(winners(answers)).toHaveLength(1);
        expect(codes(answers)).toEqual(['draft.in-review']);
        const { requestId } = winners(answers)[0]!.body as { requestId: string };
        expect(await world.eventsOf(DraftSubmitted, workspace.id, requestId)).toHaveLength(1);
      }),
    TIMEOUT_MS,
  );

  it(
    'submit and save',
    () =>
      inRounds(async () => {
        const { id } = await drafted();
        const save = change('workspace-editor', id, { basedOn: { revision: 1 }, action: 'save_draft' });
        const answers = await Promise.all([submit(id, 1), save]);
        expect(winners(answers)).toHaveLength(1);
        expect(['draft.in-review', 'draft.stale-base']).toContain(codes(answers)[0]);
      }),
    TIMEOUT_MS,
  );

  it(
    'save and save',
    () =>
      inRounds(async () => {
        const { id } = await drafted();
        const save = () => change('workspace-editor', id, { basedOn: { revision: 1 }, action: 'save_draft' });
        const answers = await Promise.all([save(), save()]);
        expect(winners(answers).map(({ body }) => (body as Saved).revision)).toEqual([2]);
        expect(codes(answers)).toEqual(['draft.stale-base']);
      }),
    TIMEOUT_MS,
  );

  it(
    'saves of a sync',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const { id: modelId } = await world.model(admin, sourceId);
        const destinationId = await world.connection(admin, 'destinations');
        const { id } = await world.sync(admin, modelId, destinationId, { action: 'save_draft' });
        const save = (object: string) => {
          const content = syncContent({ configuration: { modelId, destinationId, object } });
          const body = { content, basedOn: { revision: 1 }, action: 'save_draft' };
          return world.call(admin, 'post', `/syncs/${id}/changes`, body);
        };
        const answers = await Promise.all(['a', 'b', 'c'].map(save));
        expect(winners(answers)).toHaveLength(1);
        expect(codes(answers)).toEqual(['draft.stale-base', 'draft.stale-base']);
      }),
    TIMEOUT_MS,
  );

  it(
    'publish now and save',
    () =>
      inRounds(async () => {
        const { id } = await world.model(workspace.members.admin, sourceId);
        const base = { basedOn: { version: 1 } };
        const answers = await Promise.all([
          change('admin', id, { ...base, action: 'publish_now' }),
          change('workspace-editor', id, { ...base, action: 'save_draft' }),
        ]);
        // A save that came first leaves a draft that the hotfix goes around; else it is based on what is no longer published.
        const [publication, save] = answers;
        expect(publication.status).toBe(200);
        if (save.status === 200) {
          const { body } = await world.call(workspace.members.admin, 'get', `/models/${id}`);
          expect(body).toMatchObject({ published: { version: 2 }, draft: { revision: 2, stale: true } });
        } else expect(codes(answers)).toEqual(['draft.stale-base']);
      }),
    TIMEOUT_MS,
  );

  it(
    'publish now of a draft and save of it',
    () =>
      inRounds(async () => {
        const { id } = await drafted();
        const base = { basedOn: { revision: 1 } };
        const answers = await Promise.all([
          change('admin', id, { ...base, action: 'publish_now' }),
          change('workspace-editor', id, { ...base, action: 'save_draft' }),
        ]);
        expect(winners(answers)).toHaveLength(1);
        expect(codes(answers)).toEqual(['draft.stale-base']);
      }),
    TIMEOUT_MS,
  );

  it(
    'publish now and publish now',
    () =>
      inRounds(async () => {
        const { id } = await world.model(workspace.members.admin, sourceId);
        const publish = () => change('admin', id, { basedOn: { version: 1 }, action: 'publish_now' });
        const answers = await Promise.all([publish(), publish(), publish()]);
        expect(winners(answers).map(({ body }) => (body as Saved).version)).toEqual([2]);
        expect(codes(answers)).toEqual(['draft.stale-base', 'draft.stale-base']);
        const applied = await world.eventsOf(PublicationApplied, workspace.id, id);
        expect(applied.map(({ data }) => data.items[0]?.version)).toEqual([1, 2]);
      }),
    TIMEOUT_MS,
  );

  it(
    'an approval and a hotfix',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const { id } = await world.model(admin, sourceId);
        const submission = { basedOn: { version: 1 }, action: 'submit', reviewers: [admin.id] };
        const { requestId } = (await change('workspace-editor', id, submission).expect(202)).body as {
          requestId: string;
        };
        const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId);
        const [hotfix] = await Promise.all([
          change('admin', id, { basedOn: { version: 1 }, action: 'publish_now' }),
          world.approvals.send(RequestApproved, workspace.id, requestId, approvalOf(submitted!.data, [admin.id])),
        ]);
        const answer = await eventually(async () => {
          const answers = (await world.events(workspace.id)).filter(
            ({ type, subject }) => subject === requestId && /\.publication\.(applied|rejected)\./.test(type),
          );
          expect(answers).toHaveLength(1);
          return answers[0]!;
        });
        const { body } = await world.call(admin, 'get', `/models/${id}`);
        if (hotfix.status === 200) {
          expect(answer).toMatchObject({
            type: PublicationRejected.type,
            data: { reasons: [{ code: 'draft.stale' }] },
          });
          expect(body).toMatchObject({ published: { version: 2, how: 'direct' }, draft: { stale: true, requestId } });
        } else {
          expect(codes([hotfix])).toEqual(['draft.stale-base']);
          expect(answer).toMatchObject({ type: PublicationApplied.type });
          expect(body).toMatchObject({ published: { version: 2, how: 'request' }, draft: null });
        }
      }),
    TIMEOUT_MS,
  );

  it(
    'delete the model and save a sync on it',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const { id } = await world.model(admin, sourceId);
        const destinationId = await world.connection(admin, 'destinations');
        const content = syncContent({ configuration: { modelId: id, destinationId } });
        const tag = await world.etagOf(admin, `/models/${id}`);
        const answers = await Promise.all([
          world.call(admin, 'delete', `/models/${id}`, undefined, tag),
          world.call(admin, 'post', '/syncs', { name: 's', content, action: 'save_draft' }),
        ]);
        expect(winners(answers)).toHaveLength(1);
        expect(['model.not-found', 'model.has-syncs']).toContain(codes(answers)[0]);
      }),
    TIMEOUT_MS,
  );

  it(
    'a model and the sync that waits for it: both are published, and the sync knows',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const model = await drafted();
        const destinationId = await world.connection(admin, 'destinations');
        const sync = await world.sync(admin, model.id, destinationId, { action: 'save_draft' });
        const publish = ({ id: resourceId, revision }: Saved) =>
          world.call(admin, 'post', '/change-sets', { action: 'publish_now', items: [{ resourceId, revision }] });
        const answers = await Promise.all([publish(model), publish(sync)]);
        expect(codes(answers)).toEqual([]);
        const states = (await world.events(workspace.id)).filter(({ subject }) => subject === sync.id);
        expect(states.findLast(({ type }) => type.includes('.sync.state.'))?.data).toMatchObject({
          published: { binding: { satisfiedBy: 1 } },
        });
      }),
    TIMEOUT_MS,
  );
});

import { PublicationApplied } from '@imprimatur/contracts';
import { syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { codes, inRounds, RACE_TIMEOUT_MS, Racers, winners } from '../testing/race.fixture.ts';
import { ResourcesWorld, type Saved } from '../testing/resources-world.fixture.ts';

describe('of two who save at once', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let racers: Racers;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    racers = await Racers.start(world, workspace);
  });
  afterAll(() => world.close());

  it(
    'save × save: one is the next revision, the other is based on what is gone',
    () =>
      inRounds(async () => {
        const { id } = await racers.drafted();
        const save = () => racers.change('workspace-editor', id, { basedOn: { revision: 1 }, action: 'save_draft' });
        const answers = await Promise.all([save(), save()]);
        expect(winners(answers).map(({ body }) => (body as Saved).revision)).toEqual([2]);
        expect(codes(answers)).toEqual(['draft.stale-base']);
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'save × save × save of a sync: the same',
    () =>
      inRounds(async () => {
        const { admin } = workspace.members;
        const { id: modelId } = await racers.published();
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
    RACE_TIMEOUT_MS,
  );

  // Legal: the save came first and leaves a draft, stale from then on, that the hotfix goes around; or the hotfix did, and the save is based
  // on what is no longer published. The hotfix is always published.
  it(
    'hotfix × save',
    () =>
      inRounds(async () => {
        const { id } = await racers.published();
        const base = { basedOn: { version: 1 } };
        const [hotfix, save] = await Promise.all([
          racers.change('admin', id, { ...base, action: 'publish_now' }),
          racers.change('workspace-editor', id, { ...base, action: 'save_draft' }),
        ]);
        expect(hotfix.status).toBe(200);
        if (save.status === 200)
          expect(await racers.read(id)).toMatchObject({
            published: { version: 2 },
            draft: { revision: 2, stale: true },
          });
        else expect(codes([save])).toEqual(['draft.stale-base']);
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'publish now of a draft × save of it: one wins, the other is based on what is gone',
    () =>
      inRounds(async () => {
        const { id } = await racers.drafted();
        const base = { basedOn: { revision: 1 } };
        const answers = await Promise.all([
          racers.change('admin', id, { ...base, action: 'publish_now' }),
          racers.change('workspace-editor', id, { ...base, action: 'save_draft' }),
        ]);
        expect(winners(answers)).toHaveLength(1);
        expect(codes(answers)).toEqual(['draft.stale-base']);
      }),
    RACE_TIMEOUT_MS,
  );

  it(
    'hotfix × hotfix × hotfix: one is the next version, and no number is given twice',
    () =>
      inRounds(async () => {
        const { id } = await racers.published();
        const publish = () => racers.change('admin', id, { basedOn: { version: 1 }, action: 'publish_now' });
        const answers = await Promise.all([publish(), publish(), publish()]);
        expect(winners(answers).map(({ body }) => (body as Saved).version)).toEqual([2]);
        expect(codes(answers)).toEqual(['draft.stale-base', 'draft.stale-base']);
        const applied = await world.eventsOf(PublicationApplied, workspace.id, id);
        expect(applied.map(({ data }) => data.items[0]?.version)).toEqual([1, 2]);
      }),
    RACE_TIMEOUT_MS,
  );
});

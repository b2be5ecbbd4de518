import { DraftRebased } from '@imprimatur/contracts';
import type { SeededWorkspace } from '@imprimatur/testing';
import { codes, inRounds, RACE_TIMEOUT_MS, Racers, winners } from '../testing/race.fixture.ts';
import { ResourcesWorld } from '../testing/resources-world.fixture.ts';

describe('a rebase and somebody else', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let racers: Racers;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    racers = await Racers.start(world, workspace);
  });
  afterAll(() => world.close());

  // Legal: the rebase came first, and the draft on version 2 is stale once more; or the hotfix did, and the rebase was onto what is no longer
  // published: the draft is as it was. The hotfix is always published. Never: a draft said to be on version 3 that was merged with version 2.
  it(
    'rebase × hotfix',
    () =>
      inRounds(async () => {
        const id = await racers.stale();
        const [rebase, hotfix] = await Promise.all([
          racers.rebase(id),
          racers.change('admin', id, { basedOn: { version: 2 }, action: 'publish_now' }),
        ]);
        expect(hotfix.status).toBe(200);
        const draft = rebase.status === 200 ? { revision: 4, baseVersion: 2 } : { revision: 2, baseVersion: 1 };
        if (rebase.status !== 200) expect(codes([rebase])).toEqual(['draft.stale-base']);
        expect(await racers.read(id)).toMatchObject({ published: { version: 3 }, draft: { ...draft, stale: true } });
        const rebased = await world.eventsOf(DraftRebased, workspace.id, id);
        expect(rebased).toHaveLength(rebase.status === 200 ? 1 : 0);
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: exactly one is the next revision; the others are based on what is gone.
  it(
    'rebase × rebase × save',
    () =>
      inRounds(async () => {
        const id = await racers.stale();
        const answers = await Promise.all([
          racers.rebase(id),
          racers.rebase(id, 'workspace-draft-editor'),
          racers.change('workspace-editor', id, { basedOn: { revision: 2 }, action: 'save_draft' }),
        ]);
        expect(winners(answers)).toHaveLength(1);
        expect(codes(answers)).toEqual(['draft.stale-base', 'draft.stale-base']);
        const stale = answers[2].status === 200;
        expect(await racers.read(id)).toMatchObject({ draft: { revision: 4, baseVersion: stale ? 1 : 2, stale } });
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: the rebase always wins. What was seen is stale before it and gone after it: it is neither published nor sent to review.
  it(
    'rebase × publish now of the draft × submit of it',
    () =>
      inRounds(async () => {
        const id = await racers.stale();
        const [rebase, ...others] = await Promise.all([
          racers.rebase(id),
          racers.set('publish_now', { id, revision: 2 }),
          racers.set('submit', { id, revision: 2 }),
        ]);
        expect(rebase.status).toBe(200);
        expect(winners(others)).toEqual([]);
        for (const code of codes(others)) expect(['draft.stale', 'draft.stale-base']).toContain(code);
        expect(await racers.read(id)).toMatchObject({
          published: { version: 2 },
          draft: { revision: 4, baseVersion: 2, state: 'editing' },
        });
      }),
    RACE_TIMEOUT_MS,
  );

  // Legal: the draft is deleted and there is nothing to rebase, or it is rebased and not the one whose deletion was asked for.
  it(
    'rebase × delete draft',
    () =>
      inRounds(async () => {
        const id = await racers.stale();
        const answers = await Promise.all([
          racers.rebase(id),
          world.call(workspace.members.admin, 'delete', `/models/${id}/draft`, undefined, 2),
        ]);
        expect(winners(answers)).toHaveLength(1);
        const [rebase] = answers;
        expect(codes(answers)).toEqual([rebase.status === 200 ? 'draft.stale-base' : 'draft.illegal-transition']);
        const draft = rebase.status === 200 ? { revision: 4, baseVersion: 2, stale: false } : null;
        expect(await racers.read(id)).toMatchObject({ published: { version: 2 }, draft });
      }),
    RACE_TIMEOUT_MS,
  );
});

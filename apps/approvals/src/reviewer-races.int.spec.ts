import { jest } from '@jest/globals';
import { RequestReviewersChanged, RequestUnattended } from '@imprimatur/contracts';
import { seedMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld } from './testing/approvals-world.fixture.ts';
import { atOnce, Race, raceTimeout, rounds, type Contender } from './testing/race.fixture.ts';
import { submit, type Submitted } from './testing/submission.fixture.ts';
import { UnattendedRequests } from './transport/unattended-requests.task.ts';

jest.setTimeout(raceTimeout);

describe('a change of reviewers, at once with', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let race: Race;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    race = new Race(world, acme);
  });
  afterAll(() => world.close());

  const choose = ({ id }: Submitted, body: object) =>
    world.call(race.member('dana'), 'put', `/${id}/reviewers`).send(body);
  const reviewersOf = async (request: Submitted): Promise<string[]> =>
    (await race.read(request)).reviewers.map(({ memberId }: { memberId: string }) => memberId);

  /**
   * Legal: the decision stands in any case. The change comes before it and is kept, 200, with one event; or after it, and is refused for
   * a closed request, 409, and kept for one that is still being published, 200.
   */
  it.each<[string, () => Contender, after: 200 | 409]>([
    ['approve', () => race.approve('erin'), 200],
    ['publish now', () => race.publishNow('adam'), 200],
    ['withdraw', () => race.withdraw('dana'), 409],
    ['delete draft', () => race.deleteDraft('dana'), 409],
  ])('%s: the decision stands, and reviewers are what was answered', async (_, decide, after) => {
    const open = await race.requests();
    const [erin, adam] = [race.member('erin').id, race.member('adam').id];
    for (const round of rounds) {
      const request = open[round]!;
      const [change, decision] = await atOnce(
        round,
        () => choose(request, { add: [adam], remove: [erin] }),
        () => decide().send(request),
      );
      expect(decision.status).toBe(202);
      expect([200, after]).toContain(change.status);
      if (change.status === 409) expect(change.body.code).toBe('request.closed');
      const changed = change.status === 200;
      expect(await reviewersOf(request)).toEqual([changed ? adam : erin]);
      expect(await world.eventsOf(RequestReviewersChanged, request.id)).toHaveLength(changed ? 1 : 0);
    }
  });

  /** Legal: both, in either order: each adds its own and finds the other’s; nobody reviews twice and nothing fails. */
  it('another change of reviewers: both are kept', async () => {
    const open = await race.requests();
    const [erin, adam, mona] = (['erin', 'adam', 'mona'] as const).map((name) => race.member(name).id);
    for (const round of rounds) {
      const request = open[round]!;
      const answers = await atOnce(
        round,
        () => choose(request, { add: [adam] }),
        () => choose(request, { add: [adam, mona] }),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await reviewersOf(request)).toSorted()).toEqual([erin, adam, mona].toSorted());
    }
  });

  /** Legal: said of the reviewer who left, or not, when another was chosen first; and never of the one who can act. */
  it('noticing that the reviewer left: said at most once, and never of who can act', async () => {
    const open: Submitted[] = [];
    while (open.length < rounds.length) {
      const { manager } = world.service.dataSource;
      const gone = await seedMember(manager, acme.id, { roleId: acme.roles['workspace-editor'].id, active: false });
      open.push(await submit(world, race.member('dana'), [gone]));
    }
    const adam = race.member('adam').id;
    const look = () => world.service.app.get(UnattendedRequests).lookAtAll();
    await Promise.all([look(), ...open.map((request) => choose(request, { add: [adam] }).expect(200)), look()]);
    await look();
    for (const request of open) {
      const said = await world.eventsOf(RequestUnattended, request.id);
      expect(said.length).toBeLessThanOrEqual(1);
      for (const { data } of said) expect(data.reviewers).not.toContain(adam);
      expect(await reviewersOf(request)).toContain(adam);
    }
  });
});

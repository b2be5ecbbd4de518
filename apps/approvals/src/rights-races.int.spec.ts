import { jest } from '@jest/globals';
import { RequestApproved, RequestVoted } from '@imprimatur/contracts';
import { seedMember, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld } from './testing/approvals-world.fixture.ts';
import { atOnce, Race, raceTimeout, rounds } from './testing/race.fixture.ts';

jest.setTimeout(raceTimeout);

describe('a decision while rights change', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let race: Race;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    race = new Race(world, acme);
  });
  afterAll(() => world.close());

  const editors = (): Promise<SeededMember[]> =>
    Promise.all(
      rounds.map(async () => {
        const { manager } = world.service.dataSource;
        const member = await seedMember(manager, acme.id, { roleId: acme.roles['workspace-editor'].id });
        await world.signIn(member);
        return member;
      }),
    );
  /** The news arrives as the projection writes it: one statement, in a transaction of its own. */
  const hear = (member: SeededMember, change: string) => () =>
    world.service.dataSource.query(
      `update access_member set seq = seq + 1, ${change} where workspace_id = '${acme.id}' and id = '${member.id}'`,
    );
  const toViewer = (): string => `role_id = '${acme.roles['workspace-viewer'].id}'`;

  /**
   * Legal: the vote comes first and decides, 202, and stays decided; or the news does, and it is refused, 403 (401 for who left), pending,
   * with no vote kept.
   */
  it.each<[string, () => string, number]>([
    ['the role is taken away', toViewer, 403],
    ['the member is deactivated', () => 'active = false', 401],
  ])('approve and %s: decided before, or refused after', async (_, change, refusal) => {
    const [open, voters] = [await race.requests(), await editors()];
    for (const round of rounds) {
      const [request, voter] = [open[round]!, voters[round]!];
      const [vote] = await atOnce(round, () => race.approveAs(voter, request), hear(voter, change()));
      expect([202, refusal]).toContain(vote.status);
      const seen = await race.read(request);
      expect(seen).toMatchObject({ status: vote.status === 202 ? 'approved' : 'pending' });
      expect(seen.votes).toHaveLength(vote.status === 202 ? 1 : 0);
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(vote.status === 202 ? 1 : 0);
    }
  });

  /** Legal: counted with the first voter still an approver, approved by both; or without, pending with the one vote that counts. */
  it('the second approve and the first voter’s role taken away: counted by the rights of that moment', async () => {
    const [open, voters] = [await race.requests(2), await editors()];
    for (const round of rounds) {
      const [request, first] = [open[round]!, voters[round]!];
      await race.approveAs(first, request).expect(202);
      const second = race.member('erin');
      const [vote] = await atOnce(round, () => race.approveAs(second, request), hear(first, toViewer()));
      expect(vote.status).toBe(202);
      const decided = await world.eventsOf(RequestApproved, request.id);
      if (vote.body.status === 'approved') {
        expect(vote.body.approvals).toBe(2);
        expect(decided.map(({ data }) => data.approvedBy)).toEqual([[first.id, second.id]]);
      } else {
        expect(vote.body).toMatchObject({ status: 'pending', approvals: 1 });
        expect(decided).toEqual([]);
        expect(await world.eventsOf(RequestVoted, request.id)).toHaveLength(2);
      }
    }
  });

  /** Legal: published directly by who could at that moment, 202; or refused, 403, and pending. */
  it('publish now and the role is taken away: decided before, or refused after', async () => {
    const [open, publishers] = [await race.requests(), await editors()];
    for (const round of rounds) {
      const [request, publisher] = [open[round]!, publishers[round]!];
      const publish = () => race.post(publisher, request, 'publish-now').set('if-match', request.etag);
      const [answer] = await atOnce(round, publish, hear(publisher, toViewer()));
      expect([202, 403]).toContain(answer.status);
      const expected = answer.status === 202 ? [`direct by ${publisher.id}`] : [];
      expect(await race.decisionsOf(request)).toEqual(expected);
    }
  });

  /** Legal: approved by the policy of that moment, 202; or refused as one’s own, 403, and pending. */
  it('approve of own work and selfApproval set to never: decided before, or refused after', async () => {
    const [open, voters] = [await race.requests(), await editors()];
    const set = (value: string) => () =>
      world.service.dataSource.query(
        `update access_workspace set seq = seq + 1, settings = settings || jsonb_build_object('selfApproval', $2::text) where id = $1`,
        [acme.id, value],
      );
    for (const round of rounds) {
      const [request, voter] = [open[round]!, voters[round]!];
      await world.service.dataSource.query(
        'update request_item set contributors = array[$2::uuid] where request_id = $1',
        [request.id, voter.id],
      );
      const [vote] = await atOnce(round, () => race.approveAs(voter, request), set('never'));
      if (vote.status !== 202) expect([vote.status, vote.body.code]).toEqual([403, 'approver.self-approval']);
      expect(await race.decisionsOf(request)).toHaveLength(vote.status === 202 ? 1 : 0);
      await set('publishers')();
    }
  });
});

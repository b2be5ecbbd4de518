import { jest } from '@jest/globals';
import { RequestApproved, RequestVoted } from '@imprimatur/contracts';
import type { Response } from 'supertest';
import { ApprovalsWorld } from './testing/approvals-world.fixture.ts';
import { atOnce, Race, raceTimeout, rounds, type Contender } from './testing/race.fixture.ts';

jest.setTimeout(raceTimeout);

describe('decisions at once', () => {
  let world: ApprovalsWorld;
  let race: Race;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    race = new Race(world, await world.workspace());
  });
  afterAll(() => world.close());

  const contenders: [string, () => Contender, () => Contender][] = [
    ['approve and approve by another', () => race.approve('erin'), () => race.approve('adam')],
    ['approve and the same approve again', () => race.approve('erin'), () => race.approve('erin')],
    ['approve and withdraw', () => race.approve('erin'), () => race.withdraw('dana')],
    ['approve and publish now', () => race.approve('erin'), () => race.publishNow('adam')],
    ['approve and delete draft', () => race.approve('erin'), () => race.deleteDraft('dana')],
    ['withdraw and delete draft', () => race.withdraw('dana'), () => race.deleteDraft('erin')],
    ['publish now and withdraw', () => race.publishNow('adam'), () => race.withdraw('dana')],
  ];

  /** Legal: either decides, 202; the other is told the winner’s result, 409; one outcome is ordered and nothing was voted on. */
  it.each(contenders)('%s: exactly one wins', async (_, contender, opponent) => {
    const [one, other] = [contender(), opponent()];
    const open = await race.requests();
    for (const round of rounds) {
      const request = open[round]!;
      const answers: Response[] = await atOnce(
        round,
        () => one.send(request),
        () => other.send(request),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409]);
      const winner = answers[0]!.status === 202 ? one : other;
      const [how, by] = [winner.how, race.member(winner.by).id];
      const loser = answers.find(({ status }) => status === 409)!;
      expect(loser.body).toMatchObject({ code: 'request.decided', details: { how, decidedBy: by } });
      expect(await race.decisionsOf(request)).toEqual([`${how} by ${by}`]);
      expect(await world.eventsOf(RequestVoted, request.id)).toEqual([]);
    }
  });

  /** Legal: one vote is the first and leaves it pending, the other is the second and decides; both count. */
  it('approve and approve on a quorum of two: both count, and one of them decides', async () => {
    const open = await race.requests(2);
    for (const round of rounds) {
      const request = open[round]!;
      const [one, other] = [race.approve('erin'), race.approve('adam')];
      const answers = await atOnce(
        round,
        () => one.send(request),
        () => other.send(request),
      );
      expect(answers.map(({ status, body }) => `${status} ${body.status} ${body.approvals}`).toSorted()).toEqual([
        '202 approved 2',
        '202 pending 1',
      ]);
      const [approved, ...more] = await world.eventsOf(RequestApproved, request.id);
      expect(approved!.data.approvedBy.toSorted()).toEqual([race.member('erin').id, race.member('adam').id].toSorted());
      expect(approved!.data.approvedBy.at(-1)).toBe(approved!.actor);
      expect(more).toEqual([]);
      expect(await world.eventsOf(RequestVoted, request.id)).toHaveLength(1);
    }
  });

  /** Legal: the vote comes first and is kept, 202; or the withdrawal does and the vote is refused, 409. Withdrawn in the end, always. */
  it('a vote that does not decide, and withdraw: withdrawn either way', async () => {
    const open = await race.requests(2);
    for (const round of rounds) {
      const request = open[round]!;
      const [vote, withdrawal] = await atOnce(
        round,
        () => race.approve('erin').send(request),
        () => race.withdraw('dana').send(request),
      );
      expect([withdrawal.status, withdrawal.body.status]).toEqual([202, 'withdrawn']);
      const counted = vote.status === 202 ? 1 : 0;
      if (counted === 0) expect([vote.status, vote.body.code]).toEqual([409, 'request.decided']);
      expect(await world.eventsOf(RequestVoted, request.id)).toHaveLength(counted);
      expect(await race.read(request)).toMatchObject({ status: 'withdrawn', votes: { length: counted } });
      expect(await race.decisionsOf(request)).toEqual([`withdrawn by ${race.member('dana').id}`]);
    }
  });

  /** Legal: any two of them decide, 202; the third is told so, 409. */
  it('three votes on a quorum of two: the third comes too late', async () => {
    const open = await race.requests(2);
    for (const round of rounds) {
      const request = open[round]!;
      const voters = (['erin', 'adam', 'mona'] as const).map((by) => Promise.resolve(race.approve(by).send(request)));
      const answers = await Promise.all(voters);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 409]);
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(1);
    }
  });

  /** Legal: pending with one vote, both times. */
  it('the same vote twice on a quorum of two is one vote', async () => {
    const open = await race.requests(2);
    for (const round of rounds) {
      const request = open[round]!;
      const vote = () => race.approve('erin').send(request);
      const answers = await atOnce(round, vote, vote);
      expect(answers.map(({ body }) => `${body.status} ${body.approvals}`)).toEqual(['pending 1', 'pending 1']);
    }
  });
});

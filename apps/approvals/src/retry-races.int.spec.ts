import { jest } from '@jest/globals';
import { PublicationApplied, RequestApproved, RequestDraftDeleted, RequestWithdrawn } from '@imprimatur/contracts';
import { ApprovalsWorld } from './testing/approvals-world.fixture.ts';
import { atOnce, Race, raceTimeout, rounds } from './testing/race.fixture.ts';
import { appliedTo, rejected, submit, type Submitted } from './testing/submission.fixture.ts';

jest.setTimeout(raceTimeout);

describe('after a publication failed, at once', () => {
  let world: ApprovalsWorld;
  let race: Race;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    race = new Race(world, await world.workspace());
  });
  afterAll(() => world.close());

  const failed = async (): Promise<Submitted[]> => {
    const open = await race.requests();
    await rejected(world, open, race.approve('erin').send);
    return open;
  };

  /** Legal: one of them orders attempt 2, 202; the other is told that it is under way, 409. */
  it('retry and retry: one attempt', async () => {
    const open = await failed();
    for (const round of rounds) {
      const request = open[round]!;
      const retry = (by: 'erin' | 'adam') => () => race.retry(by).send(request);
      const answers = await atOnce(round, retry('erin'), retry('adam'));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409]);
      const late = answers.find(({ status }) => status === 409)!;
      expect(late.body).toMatchObject({ code: 'request.decided', details: { status: 'approved', attempt: 2 } });
      const attempts = await world.eventsOf(RequestApproved, request.id);
      expect(attempts.map(({ data }) => data.attempt)).toEqual([1, 2]);
    }
  });

  /** Legal: approved again with attempt 2 and nothing withdrawn or deleted; or ended, and no further attempt. The other gets 409. */
  it.each([
    ['withdraw', () => race.withdraw('dana'), RequestWithdrawn],
    ['delete draft', () => race.deleteDraft('dana'), RequestDraftDeleted],
  ] as const)('retry and %s: another attempt or the end', async (_, contender, ended) => {
    const open = await failed();
    for (const round of rounds) {
      const request = open[round]!;
      const [again, end] = await atOnce(
        round,
        () => race.retry('erin').send(request),
        () => contender().send(request),
      );
      expect([again.status, end.status].toSorted()).toEqual([202, 409]);
      expect(await world.eventsOf(ended, request.id)).toHaveLength(end.status === 202 ? 1 : 0);
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(again.status === 202 ? 2 : 1);
    }
  });

  /** Legal: whatever comes first, the answer to attempt 1 that comes twice or late leaves attempt 2 as it is: approved, waiting. */
  it('retry and a late answer to the attempt before: only the new attempt can be answered', async () => {
    const open = await failed();
    for (const round of rounds) {
      const request = open[round]!;
      const late = appliedTo(request, 1, race.member('erin').id);
      const [again] = await atOnce(
        round,
        () => race.retry('erin').send(request),
        () => world.resources.send(PublicationApplied, request.workspaceId, request.id, late),
      );
      expect(again.status).toBe(202);
    }
    await submit(world, race.member('dana'), [race.member('erin')]);
    for (const request of open) expect(await race.read(request)).toMatchObject({ status: 'approved', attempt: 2 });
  });
});

import { jest } from '@jest/globals';
import { RequestApproved, RequestDraftDeleted, RequestVoted, RequestWithdrawn } from '@imprimatur/contracts';
import { raceRounds, type SeededWorkspace } from '@imprimatur/testing';
import type { Response, Test } from 'supertest';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { rejected, submit, type Submitted } from './testing/submission.fixture.ts';

// They wait for what they expect, for as long as a busy machine takes.
jest.setTimeout(60_000 + raceRounds * 1_000);

const rounds = Array.from({ length: raceRounds }, (_, round) => round);

const cast = {
  dana: 'workspace-draft-editor',
  erin: 'workspace-editor',
  adam: 'admin',
  mona: 'model-sync-editor',
} as const;
type Name = keyof typeof cast;

/** A command of somebody, and how the request is decided when it wins. */
interface Contender {
  by: Name;
  how: string;
  send: (of: Submitted) => PromiseLike<Response>;
}

describe('two decisions at once', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
  });
  afterAll(() => world.close());

  const member = (name: Name): Caller => memberOf(acme, cast[name]);
  const requests = (requiredApprovals = 1): Promise<Submitted[]> =>
    Promise.all(rounds.map(() => submit(world, member('dana'), [member('erin')], { requiredApprovals })));

  const post = (by: Name, { id }: Submitted, command: string): Test =>
    world.call(member(by), 'post', `/${id}/${command}`);
  const approve = (by: Name): Contender => ({
    ...{ by, how: 'approved' },
    send: (request) => post(by, request, 'approve').set('if-match', request.etag),
  });
  const publishNow = (by: Name): Contender => ({
    ...{ by, how: 'direct' },
    send: (request) => post(by, request, 'publish-now').set('if-match', request.etag),
  });
  const withdraw = (by: Name): Contender => ({
    ...{ by, how: 'withdrawn' },
    send: (request) => post(by, request, 'withdraw'),
  });
  const deleteDraft = (by: Name): Contender => ({
    ...{ by, how: 'draft_deleted' },
    send: (request) => post(by, request, 'delete-draft').send({ comment: 'no' }),
  });
  const retry = (by: Name): Contender => ({
    ...{ by, how: 'approved' },
    send: (request) => post(by, request, 'retry'),
  });

  /** The events that decide, as `how by whom`. */
  async function decisionsOf({ id }: Submitted): Promise<string[]> {
    const [approved, withdrawn, deleted] = [
      await world.eventsOf(RequestApproved, id),
      await world.eventsOf(RequestWithdrawn, id),
      await world.eventsOf(RequestDraftDeleted, id),
    ];
    return [
      ...approved.map(({ data, actor }) => `${data.how} by ${actor}`),
      ...withdrawn.map(({ data }) => `withdrawn by ${data.decidedBy}`),
      ...deleted.map(({ data }) => `draft_deleted by ${data.decidedBy}`),
    ];
  }

  /** Alternates who is sent first, so that both get to win. */
  const atOnce = async (
    round: number,
    request: Submitted,
    one: Contender,
    other: Contender,
  ): Promise<[Response, Response]> => {
    const send = (contender: Contender): Promise<Response> => Promise.resolve(contender.send(request));
    if (round % 2 === 0) return Promise.all([send(one), send(other)]);
    const [second, first] = await Promise.all([send(other), send(one)]);
    return [first, second];
  };

  it.each<[string, Contender, Contender]>([
    ['approve and approve by another', approve('erin'), approve('adam')],
    ['approve and the same approve again', approve('erin'), approve('erin')],
    ['approve and withdraw', approve('erin'), withdraw('dana')],
    ['approve and publish now', approve('erin'), publishNow('adam')],
    ['approve and delete draft', approve('erin'), deleteDraft('dana')],
    ['withdraw and delete draft', withdraw('dana'), deleteDraft('erin')],
  ])('%s: exactly one wins', async (_, one, other) => {
    const open = await requests();
    for (const round of rounds) {
      const answers = await atOnce(round, open[round]!, one, other);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409]);
      const winner = answers[0].status === 202 ? one : other;
      const [how, by] = [winner.how, member(winner.by).id];
      const loser = answers.find(({ status }) => status === 409)!;
      expect(loser.body).toMatchObject({ code: 'request.decided', details: { how, decidedBy: by } });
      expect(await decisionsOf(open[round]!)).toEqual([`${how} by ${by}`]);
      expect(await world.eventsOf(RequestVoted, open[round]!.id)).toEqual([]);
    }
  });

  it('two votes that meet a quorum of two: both count, and one of them decides', async () => {
    const open = await requests(2);
    for (const round of rounds) {
      const answers = await atOnce(round, open[round]!, approve('erin'), approve('adam'));
      expect(answers.map(({ status, body }) => `${status} ${body.status} ${body.approvals}`).toSorted()).toEqual([
        '202 approved 2',
        '202 pending 1',
      ]);
      const [approved, ...more] = await world.eventsOf(RequestApproved, open[round]!.id);
      expect(approved!.data.approvedBy.toSorted()).toEqual([member('erin').id, member('adam').id].toSorted());
      expect(approved!.data.approvedBy.at(-1)).toBe(approved!.actor);
      expect(more).toEqual([]);
      expect(await world.eventsOf(RequestVoted, open[round]!.id)).toHaveLength(1);
    }
  });

  it('three votes on a quorum of two: the third comes too late', async () => {
    const open = await requests(2);
    for (const round of rounds) {
      const request = open[round]!;
      const voters = (['erin', 'adam', 'mona'] as const).map((by) => Promise.resolve(approve(by).send(request)));
      const answers = await Promise.all(voters);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 409]);
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(1);
    }
  });

  it('the same vote twice on a quorum of two is one vote', async () => {
    const open = await requests(2);
    for (const round of rounds) {
      const answers = await atOnce(round, open[round]!, approve('erin'), approve('erin'));
      expect(answers.map(({ body }) => `${body.status} ${body.approvals}`)).toEqual(['pending 1', 'pending 1']);
    }
  });

  it('retry and retry, retry and withdraw: one attempt or none', async () => {
    const [open, others] = [await requests(), await requests()];
    await rejected(world, [...open, ...others], approve('erin').send);
    for (const round of rounds) {
      const twice = await atOnce(round, open[round]!, retry('erin'), retry('adam'));
      expect(twice.map(({ status }) => status).toSorted()).toEqual([202, 409]);
      const late = twice.find(({ status }) => status === 409)!;
      expect(late.body).toMatchObject({ code: 'request.decided', details: { status: 'approved', attempt: 2 } });
      const attempts = await world.eventsOf(RequestApproved, open[round]!.id);
      expect(attempts.map(({ data }) => data.attempt)).toEqual([1, 2]);

      const [again, ended] = await atOnce(round, others[round]!, retry('erin'), withdraw('dana'));
      expect([again.status, ended.status].toSorted()).toEqual([202, 409]);
      const withdrawn = await world.eventsOf(RequestWithdrawn, others[round]!.id);
      expect(withdrawn).toHaveLength(ended.status === 202 ? 1 : 0);
      expect(await world.eventsOf(RequestApproved, others[round]!.id)).toHaveLength(again.status === 202 ? 2 : 1);
    }
  });
});

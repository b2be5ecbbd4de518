import { jest } from '@jest/globals';
import { RequestApproved, RequestDraftDeleted, RequestVoted, RequestWithdrawn } from '@imprimatur/contracts';
import { raceRounds, type SeededWorkspace } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { rejected, submit, type Submitted } from './testing/submission.fixture.ts';

// They wait for what they expect, for as long as a busy machine takes.
jest.setTimeout(60_000 + raceRounds * 1_000);

const rounds = Array.from({ length: raceRounds }, (_, round) => round);

describe('two decisions at once', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;
  let adam: Caller;
  let mona: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
    adam = memberOf(acme, 'admin');
    mona = memberOf(acme, 'model-sync-editor');
  });
  afterAll(() => world.close());

  const requests = (requiredApprovals = 1): Promise<Submitted[]> =>
    Promise.all(rounds.map(() => submit(world, dana, [erin], { requiredApprovals })));

  type Command = (of: Submitted) => PromiseLike<Response>;
  const approve =
    (by: () => Caller): Command =>
    ({ id, etag }) =>
      world.call(by(), 'post', `/${id}/approve`).set('if-match', etag);
  const publishNow =
    (by: () => Caller): Command =>
    ({ id, etag }) =>
      world.call(by(), 'post', `/${id}/publish-now`).set('if-match', etag);
  const withdraw =
    (by: () => Caller): Command =>
    ({ id }) =>
      world.call(by(), 'post', `/${id}/withdraw`);
  const deleteDraft =
    (by: () => Caller): Command =>
    ({ id }) =>
      world.call(by(), 'post', `/${id}/delete-draft`).send({ comment: 'no' });
  const retry =
    (by: () => Caller): Command =>
    ({ id }) =>
      world.call(by(), 'post', `/${id}/retry`);

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
    one: Command,
    other: Command,
  ): Promise<[Response, Response]> => {
    const send = (command: Command): Promise<Response> => Promise.resolve(command(request));
    if (round % 2 === 0) return Promise.all([send(one), send(other)]);
    const [second, first] = await Promise.all([send(other), send(one)]);
    return [first, second];
  };

  const races: [string, Command, string, () => Caller, Command, string, () => Caller][] = [
    [
      'approve and approve by another',
      approve(() => erin),
      'approved',
      () => erin,
      approve(() => adam),
      'approved',
      () => adam,
    ],
    [
      'approve and the same approve again',
      approve(() => erin),
      'approved',
      () => erin,
      approve(() => erin),
      'approved',
      () => erin,
    ],
    [
      'approve and withdraw',
      approve(() => erin),
      'approved',
      () => erin,
      withdraw(() => dana),
      'withdrawn',
      () => dana,
    ],
    [
      'approve and publish now',
      approve(() => erin),
      'approved',
      () => erin,
      publishNow(() => adam),
      'direct',
      () => adam,
    ],
    [
      'approve and delete draft',
      approve(() => erin),
      'approved',
      () => erin,
      deleteDraft(() => dana),
      'draft_deleted',
      () => dana,
    ],
    [
      'withdraw and delete draft',
      withdraw(() => dana),
      'withdrawn',
      () => dana,
      deleteDraft(() => erin),
      'draft_deleted',
      () => erin,
    ],
  ];

  it.each(races)('%s: exactly one wins', async (_, one, oneHow, oneBy, other, otherHow, otherBy) => {
    const open = await requests();
    for (const round of rounds) {
      const answers = await atOnce(round, open[round]!, one, other);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409]);
      const [how, by] = answers[0].status === 202 ? [oneHow, oneBy().id] : [otherHow, otherBy().id];
      const loser = answers.find(({ status }) => status === 409)!;
      expect(loser.body).toMatchObject({ code: 'request.decided', details: { how, decidedBy: by } });
      expect(await decisionsOf(open[round]!)).toEqual([`${how} by ${by}`]);
      expect(await world.eventsOf(RequestVoted, open[round]!.id)).toEqual([]);
    }
  });

  it('two votes that meet a quorum of two: both count, and one of them decides', async () => {
    const open = await requests(2);
    for (const round of rounds) {
      const answers = await atOnce(
        round,
        open[round]!,
        approve(() => erin),
        approve(() => adam),
      );
      expect(answers.map(({ status, body }) => `${status} ${body.status} ${body.approvals}`).toSorted()).toEqual([
        '202 approved 2',
        '202 pending 1',
      ]);
      const [approved, ...more] = await world.eventsOf(RequestApproved, open[round]!.id);
      expect(approved!.data.approvedBy.toSorted()).toEqual([erin.id, adam.id].toSorted());
      expect(approved!.data.approvedBy.at(-1)).toBe(approved!.actor);
      expect(more).toEqual([]);
      expect(await world.eventsOf(RequestVoted, open[round]!.id)).toHaveLength(1);
    }
  });

  it('three votes on a quorum of two: the third comes too late', async () => {
    const open = await requests(2);
    for (const round of rounds) {
      const request = open[round]!;
      const voters = [erin, adam, mona].map((by) => Promise.resolve(approve(() => by)(request)));
      const answers = await Promise.all(voters);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 409]);
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(1);
    }
  });

  it('the same vote twice on a quorum of two is one vote', async () => {
    const open = await requests(2);
    for (const round of rounds) {
      const answers = await atOnce(
        round,
        open[round]!,
        approve(() => erin),
        approve(() => erin),
      );
      expect(answers.map(({ body }) => `${body.status} ${body.approvals}`)).toEqual(['pending 1', 'pending 1']);
    }
  });

  it('retry and retry, retry and withdraw: one attempt or none', async () => {
    const [open, others] = [await requests(), await requests()];
    await rejected(
      world,
      [...open, ...others],
      approve(() => erin),
    );
    for (const round of rounds) {
      const twice = await atOnce(
        round,
        open[round]!,
        retry(() => erin),
        retry(() => adam),
      );
      expect(twice.map(({ status }) => status).toSorted()).toEqual([202, 409]);
      const late = twice.find(({ status }) => status === 409)!;
      expect(late.body).toMatchObject({ code: 'request.decided', details: { status: 'approved', attempt: 2 } });
      const attempts = await world.eventsOf(RequestApproved, open[round]!.id);
      expect(attempts.map(({ data }) => data.attempt)).toEqual([1, 2]);

      const [again, ended] = await atOnce(
        round,
        others[round]!,
        retry(() => erin),
        withdraw(() => dana),
      );
      expect([again.status, ended.status].toSorted()).toEqual([202, 409]);
      const withdrawn = await world.eventsOf(RequestWithdrawn, others[round]!.id);
      expect(withdrawn).toHaveLength(ended.status === 202 ? 1 : 0);
      expect(await world.eventsOf(RequestApproved, others[round]!.id)).toHaveLength(again.status === 202 ? 2 : 1);
    }
  });
});

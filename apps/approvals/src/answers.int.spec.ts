import {
  DraftReleased,
  DraftSubmitted,
  PublicationApplied,
  PublicationRejected,
  RequestApproved,
  RequestDraftDeleted,
  RequestPublished,
  RequestPublishFailed,
  RequestSubmitted,
  RequestWithdrawn,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { newEvent } from '@imprimatur/messaging';
import { eventually, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import {
  appliedTo,
  rejectionOf,
  submissionOf,
  submit,
  untilStatus,
  type Submitted,
} from './testing/submission.fixture.ts';
import { OverdueOutcomes } from './transport/overdue-outcomes.task.ts';

describe('what resources says', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
  });
  afterAll(() => world.close());

  const approve = ({ id, etag }: Submitted) =>
    world.call(erin, 'post', `/${id}/approve`).set('if-match', etag).expect(202);
  const approved = async (): Promise<Submitted> => {
    const request = await submit(world, dana, [erin]);
    await approve(request);
    return request;
  };
  const typesOf = async (id: string) => (await world.events(id)).map(({ type }) => type.split('.').at(-2));
  const read = async (id: string) => (await world.call(dana, 'get', `/${id}`).expect(200)).body;
  /** Events of one workspace are handled in order: when this one was, all before it were. */
  const everythingHandled = () => submit(world, dana, [erin]);

  it('twice, opens one request, and its acknowledgement is repeated under the same event id', async () => {
    const submission = submissionOf(dana, [erin]);
    for (let time = 0; time < 2; time++) {
      await world.resources.send(DraftSubmitted, acme.id, submission.requestId, submission, dana.id);
    }
    const next = await everythingHandled();
    const acknowledged = await world.eventsOf(RequestSubmitted, submission.requestId);
    expect(acknowledged).toHaveLength(2);
    expect(acknowledged[1]).toEqual(acknowledged[0]);
    const { number } = await read(submission.requestId);
    expect((await read(next.id)).number).toBe(number + 1);
  });

  it('redelivered, has one effect', async () => {
    const submission = submissionOf(dana, [erin]);
    const event = newEvent(DraftSubmitted, acme.id, submission.requestId, submission);
    await world.resources.sendAgain(event);
    await world.resources.sendAgain(event);
    await everythingHandled();
    expect(await typesOf(submission.requestId)).toEqual(['submitted']);
  });

  it('a rejection says why for every item, and another attempt can be made', async () => {
    const request = await approved();
    const rejection = rejectionOf(request, 1);
    await world.resources.send(PublicationRejected, acme.id, request.id, rejection);
    await untilStatus(world, dana, request.id, 'publish_failed');
    const [failed] = await world.eventsOf(RequestPublishFailed, request.id);
    expect(failed!.data).toMatchObject({ attempt: 1, reasons: rejection.reasons, approvedBy: [erin.id] });
    expect(await read(request.id)).toMatchObject({
      settling: false,
      outcome: { answer: 'rejected', reasons: rejection.reasons.map((reason) => ({ ...reason, visible: true })) },
      decision: { mayWithdraw: true, mayRetry: false },
    });

    const answer = await world.call(erin, 'post', `/${request.id}/retry`).expect(202);
    expect(answer.body).toMatchObject({ status: 'approved', attempt: 2 });
    await world.resources.send(PublicationApplied, acme.id, request.id, appliedTo(request, 2, erin.id));
    await untilStatus(world, dana, request.id, 'published');
    expect(await typesOf(request.id)).toEqual(['submitted', 'approved', 'publish-failed', 'approved', 'published']);
  });

  it('late, of another attempt, twice, or never asked for, changes nothing', async () => {
    const pending = await submit(world, dana, [erin]);
    const waiting = await approved();
    const published = await approved();
    const withdrawn = await submit(world, dana, [erin]);
    await world.call(dana, 'post', `/${withdrawn.id}/withdraw`).expect(202);
    await world.resources.send(PublicationApplied, acme.id, published.id, appliedTo(published, 1, erin.id));
    await untilStatus(world, dana, published.id, 'published');
    const other = await world.workspace();

    const applied = (request: Submitted, attempt: number, workspaceId = acme.id) =>
      world.resources.send(PublicationApplied, workspaceId, request.id, appliedTo(request, attempt, erin.id));
    const released = (request: Submitted, outcome: 'withdrawn' | 'deleted') =>
      world.resources.send(DraftReleased, acme.id, request.id, { requestId: request.id, outcome, items: [] });
    await applied(pending, 1);
    await applied(waiting, 2);
    await applied(waiting, 1, other.id);
    await applied({ ...waiting, id: newId() }, 1);
    await applied(published, 1);
    await world.resources.send(PublicationRejected, acme.id, published.id, rejectionOf(published, 1));
    await world.resources.send(PublicationRejected, acme.id, withdrawn.id, rejectionOf(withdrawn, 0 + 1));
    await applied(withdrawn, 1);
    await released(pending, 'withdrawn');
    await released(waiting, 'deleted');
    await released(withdrawn, 'deleted');
    await everythingHandled();
    await submit(world, memberOf(other, 'admin'), [memberOf(other, 'admin')]);

    expect(await typesOf(pending.id)).toEqual(['submitted']);
    expect(await typesOf(waiting.id)).toEqual(['submitted', 'approved']);
    expect(await typesOf(published.id)).toEqual(['submitted', 'approved', 'published']);
    expect(await typesOf(withdrawn.id)).toEqual(['submitted', 'withdrawn']);
    expect(await read(pending.id)).toMatchObject({ status: 'pending', settling: false });
    expect(await read(waiting.id)).toMatchObject({ status: 'approved', settling: true });
    expect(await read(withdrawn.id)).toMatchObject({ status: 'withdrawn', settling: true });
    const dead: { count: number }[] = await world.service.dataSource.query('select count(*)::int from dead_letter');
    expect(dead).toEqual([{ count: 0 }]);
  });

  it.each([
    ['withdraw', 'withdrawn', 'withdrawn'],
    ['delete-draft', 'deleted', 'draft_deleted'],
  ] as const)('%s settles when the drafts were released', async (command, outcome, status) => {
    const request = await submit(world, dana, [erin]);
    await world.call(dana, 'post', `/${request.id}/${command}`).send({ comment: 'not now' }).expect(202);
    expect(await read(request.id)).toMatchObject({ status, settling: true, decided: { comment: 'not now' } });
    const items = request.items.map(({ resourceId, kind, name }) => ({
      resourceId,
      kind,
      name,
      resourceDisappeared: false,
    }));
    await world.resources.send(DraftReleased, acme.id, request.id, { requestId: request.id, outcome, items });
    await eventually(async () => expect(await read(request.id)).toMatchObject({ status, settling: false }));
    const [ended] = await world.eventsOf(command === 'withdraw' ? RequestWithdrawn : RequestDraftDeleted, request.id);
    expect(ended!.data).toMatchObject({ decidedBy: dana.id, comment: 'not now', participants: [dana.id, erin.id] });
  });

  describe('nothing, for a minute', () => {
    const minuteLater = (id: string) =>
      world.service.dataSource.query(
        `update outcome set emitted_at = emitted_at - interval '61 s' where request_id = $1`,
        [id],
      );
    const look = () => world.service.app.get(OverdueOutcomes).repeatAll();

    it('is asked once more for the same attempt, until it answers', async () => {
      const request = await approved();
      await look();
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(1);
      await minuteLater(request.id);
      await look();
      await look();
      const [first, second, ...more] = await world.eventsOf(RequestApproved, request.id);
      expect(second!.data).toEqual(first!.data);
      expect(second!.id).not.toBe(first!.id);
      expect(second!.actor).toBe(erin.id);
      expect(more).toEqual([]);

      await world.resources.send(PublicationApplied, acme.id, request.id, appliedTo(request, 1, erin.id));
      await world.resources.send(PublicationApplied, acme.id, request.id, appliedTo(request, 1, erin.id));
      await everythingHandled();
      expect(await world.eventsOf(RequestPublished, request.id)).toHaveLength(1);
      await minuteLater(request.id);
      await look();
      expect(await world.eventsOf(RequestApproved, request.id)).toHaveLength(2);
    });

    it('is asked ever more rarely, and every hour at least', async () => {
      const request = await approved();
      const askedAfter = async (seconds: number): Promise<number> => {
        await world.service.dataSource.query(
          'update outcome set emitted_at = emitted_at - make_interval(secs => $2) where request_id = $1',
          [request.id, seconds],
        );
        await look();
        return (await world.eventsOf(RequestApproved, request.id)).length;
      };
      expect([await askedAfter(50), await askedAfter(11)]).toEqual([1, 2]);
      expect([await askedAfter(110), await askedAfter(11)]).toEqual([2, 3]);
      await world.service.dataSource.query('update outcome set repeats = 5000 where request_id = $1', [request.id]);
      expect([await askedAfter(3_590), await askedAfter(11)]).toEqual([3, 4]);
    });

    it('is asked with a repeat that names the first, so that nobody is told twice', async () => {
      const request = await submit(world, dana, [erin]);
      await world.call(dana, 'post', `/${request.id}/withdraw`).expect(202);
      await minuteLater(request.id);
      await Promise.all([look(), look()]);
      const [first, second, ...more] = await world.eventsOf(RequestWithdrawn, request.id);
      expect(first!.data.repeatOf).toBeUndefined();
      expect(second!.data).toEqual({ ...first!.data, repeatOf: first!.id });
      expect(more).toEqual([]);
    });
  });
});

import { PublicationApplied, RequestApproved, RequestPublished, RequestSubmitted } from '@imprimatur/contracts';
import type { SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { appliedTo, draftedSync, submit, untilStatus } from './testing/submission.fixture.ts';

describe('a submitted draft', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;
  let rita: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
    rita = memberOf(acme, 'admin');
  });
  afterAll(() => world.close());

  it('becomes a request with a number, is approved by somebody not chosen, and is published', async () => {
    const request = await submit(world, dana, [rita]);
    const [submitted] = await world.eventsOf(RequestSubmitted, request.id);
    expect(submitted).toMatchObject({ actor: dana.id, data: { number: 1, reviewers: [rita.id], comment: 'please' } });

    const seen = await world.call(erin, 'get', `/${request.id}`).expect(200);
    expect(seen.headers.etag).toBe(request.etag);
    expect(seen.body).toMatchObject({ status: 'pending', settling: false, number: 1, approvals: 0 });
    expect(seen.body).toMatchObject({ decision: { mayApprove: true, mayPublishNow: true, mayRetry: false } });
    expect(seen.body).toMatchObject({ items: [{ visible: true, name: 'customers', staleNow: false }] });

    const approval = world.call(erin, 'post', `/${request.id}/approve`);
    const answer = await approval.set('if-match', seen.headers.etag!).send({ comment: 'good' }).expect(202);
    expect(answer.body).toMatchObject({ status: 'approved', approvals: 1, attempt: 1 });
    const [approved] = await world.eventsOf(RequestApproved, request.id);
    expect(approved).toMatchObject({ actor: erin.id, data: { attempt: 1, how: 'approved', approvedBy: [erin.id] } });
    const settling = await world.call(dana, 'get', `/${request.id}`).expect(200);
    expect(settling.body).toMatchObject({
      status: 'approved',
      settling: true,
      outcome: { kind: 'approved', answer: null },
    });

    const applied = appliedTo(request, 1, erin.id);
    await world.resources.send(PublicationApplied, acme.id, request.id, applied, erin.id);
    await untilStatus(world, dana, request.id, 'published');
    const [published] = await world.eventsOf(RequestPublished, request.id);
    expect(published).toMatchObject({
      actor: erin.id,
      data: { how: 'approved', versions: applied.items, comment: 'good' },
    });
    expect(published!.data.participants.toSorted()).toEqual([dana.id, erin.id, rita.id].toSorted());
    const closed = await world.call(dana, 'get', `/${request.id}`).expect(200);
    expect(closed.body).toMatchObject({
      settling: false,
      outcome: { answer: 'applied' },
      decided: { decidedBy: erin.id },
    });
  });

  it('shows what changes with the names of model and destination beside their ids', async () => {
    const item = draftedSync();
    const { modelId, destinationId } = item.ends[0]!;
    const request = await submit(world, dana, [rita], { items: [item] });
    const { body } = await world.call(erin, 'get', `/${request.id}`).expect(200);
    const change = (path: string) => ({ kind: 'field', path: `/configuration/${path}`, before: null });
    expect(body.items[0].changes).toEqual(
      expect.arrayContaining([
        { ...change('modelId'), label: 'Model', after: modelId, afterName: 'customers' },
        { ...change('destinationId'), label: 'Destination', after: destinationId, afterName: 'CRM' },
      ]),
    );
  });
});

import {
  DraftReleased,
  DraftSubmitted,
  PublicationApplied,
  PublicationRejected,
  RequestApproved,
  RequestDraftDeleted,
  RequestSubmitted,
  RequestWithdrawn,
  type DataOf,
  type Pin,
  type RequestItem,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { newEvent } from '@imprimatur/messaging';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import type { Place } from '../e2e/world.ts';
import { Forger, nobody } from './forger.ts';
import { type Review, reviewIn } from './review.ts';

let world: InProcessWorld;
let place: Place;
let forger: Forger;
let review: Review;

beforeAll(async () => {
  world = await inProcessWorld();
  place = await world.workspace(`attacked-${Date.now()}`, 'business');
  forger = new Forger(world);
  review = await reviewIn(world, place);
}, 120_000);
afterAll(() => world.close());

const pinOf = ({ resourceId, kind, revision, contentHash, baseVersion }: RequestItem): Pin => ({
  ...{ resourceId, kind, revision, contentHash, baseVersion },
});
const approvalOf = (requestId: string, items: RequestItem[], over: object = {}): DataOf<typeof RequestApproved> => ({
  ...{ requestId, attempt: 1, how: 'approved', approvedBy: [place.members.erin] },
  ...{ decidedAt: new Date().toISOString(), pins: items.map(pinOf) },
  ...over,
});
const about = (requestId: string) => ({ workspaceId: place.workspaceId, subject: requestId });
const decisionOf = (requestId: string, items: RequestItem[]) => ({
  ...{ requestId, number: 1, submittedBy: place.members.dana, participants: [], items },
  ...{ decidedBy: place.members.erin, decidedAt: new Date().toISOString(), comment: null },
});

describe('resources, told', () => {
  it('that a withdrawn request was approved, publishes nothing and leaves the draft with its author', async () => {
    const { requestId, modelId, items } = await review.opened();
    await review.withdraw(requestId);
    await forger.say('approvals', ['resources'], RequestApproved, {
      ...about(requestId),
      data: approvalOf(requestId, items),
    });
    expect(await review.model(modelId)).toMatchObject({ published: null, draft: { state: 'editing' } });
    expect(await review.statusOf(requestId)).toBe('withdrawn');
  });

  it('that something else than what is in review was approved, publishes neither', async () => {
    const { requestId, modelId, items } = await review.opened();
    const forged = approvalOf(
      requestId,
      items.map((item) => ({ ...item, contentHash: 'f'.repeat(64) })),
    );
    await forger.say('approvals', ['resources'], RequestApproved, { ...about(requestId), data: forged });
    expect(await review.model(modelId)).toMatchObject({ published: null, draft: { state: 'in_review', requestId } });
    expect(await review.statusOf(requestId)).toBe('pending');
    await review.withdraw(requestId);
  });

  it('that drafts of another request were approved along, publishes none of them', async () => {
    const [one, other] = [await review.opened(), await review.opened()];
    const forged = approvalOf(one.requestId, [...one.items, ...other.items]);
    await forger.say('approvals', ['resources'], RequestApproved, { ...about(one.requestId), data: forged });
    for (const { modelId, requestId } of [one, other])
      expect(await review.model(modelId)).toMatchObject({ published: null, draft: { state: 'in_review', requestId } });
  });

  it('twice that a request was approved, in two events, publishes one version', async () => {
    const { requestId, modelId, items } = await review.opened();
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    await forger.say('approvals', ['resources'], RequestApproved, {
      ...about(requestId),
      data: approvalOf(requestId, items),
    });
    await forger.say('approvals', ['resources'], RequestApproved, {
      ...about(requestId),
      data: approvalOf(requestId, items, { attempt: 2 }),
    });
    expect((await review.versions(modelId)).map(({ version }) => version)).toEqual([1]);
    expect(await review.statusOf(requestId)).toBe('published');
  });

  it('too late that a published request was withdrawn or its drafts deleted, takes nothing back', async () => {
    const { requestId, modelId, items } = await review.opened();
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    const saved = await review.draftOf(modelId);
    for (const contract of [RequestWithdrawn, RequestDraftDeleted])
      await forger.say('approvals', ['resources'], contract, {
        ...about(requestId),
        data: decisionOf(requestId, items),
      });
    expect(await review.model(modelId)).toMatchObject({
      published: { version: 1 },
      draft: { state: 'editing', revision: saved },
    });
    expect(await review.statusOf(requestId)).toBe('published');
  });

  it('falsely that a pending request was withdrawn, lets nothing go live that was edited since', async () => {
    const { requestId, modelId, items } = await review.opened();
    await forger.say('approvals', ['resources'], RequestWithdrawn, {
      ...about(requestId),
      data: decisionOf(requestId, items),
    });
    await review.edit(modelId);
    await review.approve(requestId);
    await review.reaches(requestId, 'publish_failed');
    expect(await review.model(modelId)).toMatchObject({ published: null, draft: { state: 'editing' } });
    await review.withdraw(requestId);
    await review.reaches(requestId, 'withdrawn');
  });

  it('of a decision under another workspace, does nothing here', async () => {
    const { requestId, modelId, items } = await review.opened();
    const elsewhere = await world.workspace(`elsewhere-${Date.now()}`, 'business');
    for (const [contract, data] of [
      [RequestApproved, approvalOf(requestId, items)],
      [RequestWithdrawn, decisionOf(requestId, items)],
      [RequestDraftDeleted, decisionOf(requestId, items)],
    ] as const)
      await forger.say('approvals', ['resources'], contract, {
        workspaceId: elsewhere.workspaceId,
        subject: requestId,
        data,
      });
    expect(await review.model(modelId)).toMatchObject({ published: null, draft: { state: 'in_review', requestId } });
  });
});

describe('approvals, told', () => {
  it('of a publication that nobody approved, believes nothing of it', async () => {
    const { requestId, modelId, items } = await review.opened();
    const applied: DataOf<typeof PublicationApplied> = {
      ...{ publicationId: newId(), how: 'request', requestId, attempt: 1, publishedBy: [place.members.erin] },
      publishedAt: new Date().toISOString(),
      items: items.map(({ resourceId, kind, name, revision, contentHash }) => ({
        ...{ resourceId, kind, name, version: 1, revision, contentHash },
      })),
      madeStale: [],
    };
    await forger.say('resources', ['approvals'], PublicationApplied, { ...about(requestId), data: applied });
    expect(await review.statusOf(requestId)).toBe('pending');
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    expect(await review.model(modelId)).toMatchObject({ draft: null, published: { version: 1 } });
  });

  it('that a published request failed, at its attempt or a later one, believes nothing of it', async () => {
    const { requestId, modelId } = await review.opened();
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    const reasons = [{ resourceId: modelId, kind: 'model' as const, code: 'draft.stale', message: 'forged' }];
    for (const attempt of [1, 2])
      await forger.say('resources', ['approvals'], PublicationRejected, {
        ...about(requestId),
        data: { requestId, attempt, reasons },
      });
    expect(await review.statusOf(requestId)).toBe('published');
  });

  it('that drafts were released which nobody released, does not close the request', async () => {
    const { requestId, modelId } = await review.opened();
    const items = [{ resourceId: modelId, kind: 'model' as const, name: 'forged', resourceDisappeared: true }];
    for (const outcome of ['withdrawn', 'deleted'] as const)
      await forger.say('resources', ['approvals'], DraftReleased, {
        ...about(requestId),
        data: { requestId, outcome, items },
      });
    expect(await review.statusOf(requestId)).toBe('pending');
  });

  it('of the same submission again, as another event and after the decision, opens nothing and tells nobody', async () => {
    const { requestId, submission } = await review.opened();
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    // Published and said so are two steps: only after the second can nothing more be due.
    await review.mailed(requestId, place.mailOf('dana'));
    const mailed = await review.mailsAbout(requestId);
    await forger.say('resources', ['approvals'], DraftSubmitted, { ...about(requestId), data: submission });
    expect(await review.statusOf(requestId)).toBe('published');
    expect(await review.numbersOf(requestId)).toHaveLength(1);
    expect(await review.mailsAbout(requestId)).toEqual(mailed);
  });
});

describe('everybody, told everything once more', () => {
  it('does nothing more', async () => {
    const { requestId, modelId } = await review.opened();
    await review.approve(requestId);
    await review.reaches(requestId, 'published');
    await review.mailed(requestId, place.mailOf('dana'));
    const before = await review.everythingAbout(requestId, modelId);
    for (const [producer, contract] of [
      ['resources', DraftSubmitted],
      ['approvals', RequestSubmitted],
      ['approvals', RequestApproved],
      ['resources', PublicationApplied],
    ] as const)
      expect(await forger.sendAgain(producer, contract.type, requestId)).toHaveLength(1);
    await forger.say('approvals', ['resources'], RequestWithdrawn, {
      ...about(nobody),
      data: decisionOf(nobody, (await review.opened()).items),
    });
    expect(await review.everythingAbout(requestId, modelId)).toEqual(before);
  });

  it('in the wrong order, ends where the decisions point', async () => {
    const { requestId, modelId, items, submission } = await review.opened();
    await review.withdraw(requestId);
    await review.reaches(requestId, 'withdrawn');
    const { workspaceId } = place;
    await forger.send('approvals', newEvent(RequestApproved, workspaceId, requestId, approvalOf(requestId, items)));
    await forger.say('resources', ['approvals'], DraftSubmitted, { ...about(requestId), data: submission });
    await forger.say('approvals', ['resources'], RequestWithdrawn, {
      ...about(requestId),
      data: decisionOf(requestId, items),
    });
    expect(await review.statusOf(requestId)).toBe('withdrawn');
    expect(await review.model(modelId)).toMatchObject({ published: null, draft: { state: 'editing' } });
  });
});

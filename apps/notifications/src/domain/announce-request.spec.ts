import { newId } from '@imprimatur/kernel';
import { happened, modelItem, requestFacts } from '../../test/requests.ts';
import {
  announceCommented,
  announceDraftDeleted,
  announcePublished,
  announcePublishFailed,
  announceReviewersAdded,
  announceSubmitted,
  announceUnattended,
  announceWithdrawn,
} from './announce-request.ts';
import type { Announcement } from './announcement.ts';

const workspaceId = newId();
const [dana, erin, carl, vera, mila] = [newId(), newId(), newId(), newId(), newId()];
const facts = requestFacts({
  submittedBy: dana,
  participants: [dana, mila, erin, carl],
  items: [modelItem({ contributors: [dana, mila] })],
});
const told = ({ audience }: Announcement): string[] => audience.map(({ memberId }) => memberId);
const decision = { ...facts, decidedBy: erin, decidedAt: '2026-03-02T09:00:00Z', comment: null };

describe('a submitted request', () => {
  const data = {
    ...facts,
    submittedAt: '2026-03-02T09:00:00Z',
    comment: 'please',
    reviewers: [erin, carl, dana],
    requiredApprovals: 1,
  };

  it('is told to the chosen reviewers and not to its submitter', () => {
    const announcement = announceSubmitted(happened(workspaceId, dana, data));
    expect(announcement.audience).toEqual([
      { memberId: erin, reason: 'reviewer' },
      { memberId: carl, reason: 'reviewer' },
    ]);
    expect(announcement.items[0]?.proposal).toEqual({ content: facts.items[0]?.content, base: null });
  });

  it('is not told to whoever acted, should that be somebody else', () => {
    expect(told(announceSubmitted(happened(workspaceId, carl, data)))).toEqual([erin]);
  });
});

describe('changed reviewers', () => {
  const change = { ...facts, changedBy: erin, comment: null };

  it('are told when they were added, once', () => {
    const data = { ...change, added: [carl, vera, carl], removed: [mila] };
    expect(told(announceReviewersAdded(happened(workspaceId, erin, data)))).toEqual([carl, vera]);
  });

  it('are nobody when reviewers were only removed, or added themselves', () => {
    expect(
      told(announceReviewersAdded(happened(workspaceId, erin, { ...change, added: [], removed: [mila] }))),
    ).toEqual([]);
    expect(
      told(announceReviewersAdded(happened(workspaceId, erin, { ...change, added: [erin], removed: [] }))),
    ).toEqual([]);
  });
});

describe('a request without a reviewer', () => {
  const data = { ...facts, reviewers: [erin, carl] };

  it('is told to its submitter alone, with those who were chosen', () => {
    const announcement = announceUnattended(happened(workspaceId, null, data));
    expect(announcement).toMatchObject({
      occasion: 'unattended',
      reviewers: [erin, carl],
      audience: [{ memberId: dana, reason: 'submitter' }],
    });
  });

  it('is told to nobody when the submitter did it', () => {
    expect(told(announceUnattended(happened(workspaceId, dana, data)))).toEqual([]);
  });
});

describe('the outcome of a request', () => {
  const published = {
    ...facts,
    how: 'approved' as const,
    approvedBy: [carl, erin],
    publishedAt: '2026-03-02T09:00:00Z',
    comment: null,
    versions: [{ ...facts.items[0]!, version: 4 }],
  };

  it('is told to everybody who took part, earlier voters included, but not to the one whose vote decided', () => {
    const announcement = announcePublished(happened(workspaceId, erin, published));
    expect(announcement.audience).toEqual([
      { memberId: dana, reason: 'submitter' },
      { memberId: mila, reason: 'contributor' },
      { memberId: carl, reason: 'participant' },
    ]);
    expect(announcement.items[0]?.version).toBe(4);
  });

  it('is not told to who published directly, although the event travels without an actor', () => {
    const direct = { ...published, how: 'direct' as const, approvedBy: [mila] };
    expect(told(announcePublished(happened(workspaceId, null, direct)))).toEqual([dana, erin, carl]);
  });

  it('that it failed is told to the approvers too: it is nobody’s act, and they believe it is live', () => {
    const data = {
      ...facts,
      approvedBy: [erin],
      attempt: 1,
      reasons: [
        { resourceId: facts.items[0]!.resourceId, kind: 'model' as const, code: 'draft.stale', message: 'is stale' },
      ],
    };
    const announcement = announcePublishFailed(happened(workspaceId, erin, data));
    expect(told(announcement)).toEqual([dana, mila, erin, carl]);
    expect(announcement.items[0]?.refusal).toBe('is stale');
  });

  it('of one attempt is the same news however often it is sent, and that of another is not', () => {
    const data = { ...facts, approvedBy: [erin], attempt: 1, reasons: [] };
    const newsOf = (attempt: number): string =>
      announcePublishFailed(happened(workspaceId, erin, { ...data, attempt })).newsId;
    expect(newsOf(1)).toBe(newsOf(1));
    expect(newsOf(2)).not.toBe(newsOf(1));
    const live = [1, 2].map(() => announcePublished(happened(workspaceId, erin, published)).newsId);
    expect(live[0]).toBe(live[1]);
  });

  it.each([
    ['withdrawn', announceWithdrawn],
    ['draft-deleted', announceDraftDeleted],
  ] as const)('that it was %s is told to all but who did it', (occasion, announce) => {
    const announcement = announce(happened(workspaceId, erin, decision));
    expect([announcement.occasion, told(announcement)]).toEqual([occasion, [dana, mila, carl]]);
  });

  it('is the same news when the decision is sent again', () => {
    const first = happened(workspaceId, erin, decision);
    const repeat = happened(workspaceId, null, { ...decision, repeatOf: first.id });
    expect(announceWithdrawn(repeat).newsId).toBe(announceWithdrawn(first).newsId);
    expect(announceDraftDeleted(repeat).newsId).not.toBe(announceWithdrawn(first).newsId);
  });
});

it('a comment is told to all who took part but not to its writer', () => {
  const data = { ...facts, commentId: newId(), commentedBy: carl, commentedAt: '2026-03-02T09:00:00Z', text: 'why?' };
  const announcement = announceCommented(happened(workspaceId, carl, data));
  expect([announcement.comment, told(announcement)]).toEqual(['why?', [dana, mila, erin]]);
});

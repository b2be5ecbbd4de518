import { defineAbilityFor } from '@imprimatur/abilities';
import { newId } from '@imprimatur/kernel';
import { viewerOf, viewsAll } from '../../test/people.ts';
import { happened, modelItem, requestFacts, warehouse } from '../../test/requests.ts';
import { announceCommented, announceSubmitted } from './announce-request.ts';
import { announceStaleDrafts } from './announce-stale-drafts.ts';
import type { Announcement } from './announcement.ts';
import { messageIdOf, threadFor, threadRoot } from './thread.ts';

const [dana, erin] = [newId(), newId()];
const at = '2026-03-02T09:00:00Z';
const facts = requestFacts({ submittedBy: dana });
const submitted = announceSubmitted(
  happened(newId(), dana, { ...facts, submittedAt: at, comment: null, reviewers: [erin], requiredApprovals: 1 }),
);
const commented = announceCommented(
  happened(newId(), dana, { ...facts, commentId: newId(), commentedBy: dana, commentedAt: at, text: '?' }),
);

describe('mails about one request', () => {
  it('are one thread for each reader, rooted in the request to review', () => {
    expect(messageIdOf(submitted, erin)).toBe(threadRoot(facts.requestId, erin));
    expect(messageIdOf(commented, erin)).not.toBe(threadRoot(facts.requestId, erin));
    expect(threadRoot(facts.requestId, dana)).not.toBe(threadRoot(facts.requestId, erin));
    expect(threadFor(commented, commented.items, viewsAll)?.request.id).toBe(facts.requestId);
  });

  it('have the same ids whenever they are derived, also from the event sent under another id, and no two the same', () => {
    expect(messageIdOf({ ...commented, eventId: newId() }, erin)).toBe(messageIdOf(commented, erin));
    expect(messageIdOf(commented, erin)).not.toBe(messageIdOf(commented, dana));
  });
});

describe('mail about stale drafts', () => {
  const threads = [1, 2].map((number) => ({
    requestId: newId(),
    number,
    participants: [dana],
    items: [modelItem({ name: 'open' }), modelItem({ name: 'secret', sourceId: newId() })],
  }));
  const [one, two] = threads.map(({ requestId }) => requestId);
  const stale = (...requestIds: (string | null)[]): Announcement =>
    announceStaleDrafts(
      happened(newId(), erin, {
        publicationId: newId(),
        how: 'direct' as const,
        requestId: null,
        attempt: null,
        publishedBy: [erin],
        publishedAt: at,
        items: [],
        madeStale: requestIds.map((requestId) => ({ ...modelItem(), contributors: [dana], requestId })),
      }),
      threads,
    )!;

  it('belongs to the thread of the one request they are in, under its name as far as the reader may view it', () => {
    const announcement = stale(one!, one!);
    const thread = threadFor(announcement, announcement.items, defineAbilityFor(viewerOf([warehouse])));
    expect(thread).toMatchObject({ request: { id: one, number: 1 }, items: [{ name: 'open' }] });
  });

  it.each([
    ['in several', [one!, two!]],
    ['partly in none', [one!, null]],
    ['in none', [null]],
  ])('that are %s has a thread of its own', (_, requestIds) => {
    const announcement = stale(...requestIds);
    expect(threadFor(announcement, announcement.items, viewsAll)).toBeNull();
  });
});

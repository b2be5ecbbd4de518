import type { DataOf, PublicationApplied } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { happened, modelItem } from '../../test/requests.ts';
import { announceStaleDrafts } from './announce-stale-drafts.ts';

const workspaceId = newId();
const [dana, erin, carl, mila] = [newId(), newId(), newId(), newId()];
const requestId = newId();

function publication(
  madeStale: { contributors: string[]; requestId: string | null }[],
): DataOf<typeof PublicationApplied> {
  return {
    publicationId: newId(),
    how: 'direct',
    requestId: null,
    attempt: null,
    publishedBy: [erin],
    publishedAt: '2026-03-02T09:00:00Z',
    items: [],
    madeStale: madeStale.map((draft) => ({ ...modelItem(), ...draft })),
  };
}

describe('a publication', () => {
  it('that made no draft stale is no news for mail', () => {
    expect(announceStaleDrafts(happened(workspaceId, erin, publication([])), [])).toBeNull();
  });

  it('is told to the contributors of each draft it made stale, about theirs only, and not to who published', () => {
    const data = publication([
      { contributors: [dana, erin], requestId: null },
      { contributors: [mila], requestId: null },
    ]);
    const announcement = announceStaleDrafts(happened(workspaceId, erin, data), [])!;
    expect(announcement.audience.map(({ memberId }) => memberId)).toEqual([dana, mila]);
    expect(announcement.items.map(({ concerns }) => concerns)).toEqual([[dana], [mila]]);
  });

  it('is the same news when its answer is repeated', () => {
    const data = publication([{ contributors: [dana], requestId: null }]);
    const [first, again] = [1, 2].map(() => announceStaleDrafts(happened(workspaceId, erin, data), [])!);
    expect(first!.newsId).toBe(again!.newsId);
  });

  it('is told to all who take part in the request that a stale draft is in', () => {
    const data = publication([{ contributors: [dana], requestId }]);
    const thread = { requestId, number: 12, participants: [dana, carl], items: [modelItem()] };
    const announcement = announceStaleDrafts(happened(workspaceId, erin, data), [thread])!;
    expect(announcement.audience).toEqual([
      { memberId: dana, reason: 'contributor' },
      { memberId: carl, reason: 'participant' },
    ]);
    expect(announcement.items[0]?.request).toEqual({ id: requestId, number: 12, items: thread.items });
  });
});

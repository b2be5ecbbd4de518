import type { Pin } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';
import { draft, drafted, published } from '../testing/resource.fixture.ts';
import { judgePins } from './approved-pins.ts';
import type { Drafted } from './submission.ts';

const inReview = (id: string, over: Partial<Drafted> = {}): Drafted =>
  drafted({ id: derivedId(id), draft: draft({ state: 'in_review', requestId: 'request' }), ...over });

const pinOf = ({ id: resourceId, kind, draft: { revision, contentHash, baseVersion } }: Drafted): Pin => ({
  ...{ resourceId, kind, revision, contentHash, baseVersion },
});

const [a, b] = [inReview('a'), inReview('b')];

describe('an approval', () => {
  it('is good for exactly what was submitted, in the order of its pins', () => {
    expect(judgePins('request', [pinOf(b), pinOf(a)], [a, b])).toEqual({ publish: [b, a] });
  });

  it.each<[string, Partial<Pin>, string]>([
    ['a revision', { revision: 3 }, 'draft.changed'],
    ['a content', { contentHash: '0'.repeat(64) }, 'draft.changed'],
    ['a base version', { baseVersion: null }, 'draft.changed'],
    ['a kind', { kind: 'sync' }, 'draft.changed'],
    ['a resource', { resourceId: derivedId('other') }, 'draft.not-in-review'],
  ])('is not good for %s that was not in review', (_, forged, code) => {
    const judged = judgePins('request', [pinOf(a), { ...pinOf(b), ...forged }], [a, b]);
    expect(judged).toEqual({
      refuse: expect.arrayContaining([expect.objectContaining({ code, message: expect.any(String) })]),
    });
  });

  it('is not good for a part of the request', () => {
    expect(judgePins('request', [pinOf(a)], [a, b])).toEqual({
      refuse: [expect.objectContaining({ resourceId: b.id, code: 'draft.not-approved' })],
    });
  });

  it('is not good for another request', () => {
    expect(judgePins('another', [pinOf(a)], [a])).toEqual({
      refuse: [expect.objectContaining({ code: 'draft.not-in-review' })],
    });
  });

  it('is not good any more once a base version has moved; every reason is named', () => {
    const moved = inReview('c', { published: published({ version: 2 }) });
    expect(judgePins('request', [pinOf(moved), { ...pinOf(a), revision: 9 }], [a, moved])).toEqual({
      refuse: [
        expect.objectContaining({ resourceId: moved.id, code: 'draft.stale' }),
        expect.objectContaining({ resourceId: a.id, code: 'draft.changed' }),
      ],
    });
  });
});

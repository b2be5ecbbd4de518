import { afterAnswer, awaitsRelease } from './answers.ts';
import { itemsHashOf, participantsOf } from './approval-request.ts';
import { id, modelItem, request, vote } from './request.fixture.ts';
import { requestStatuses } from './request-status.ts';

describe('answers of resources', () => {
  it('settle an approved request, for its own attempt only', () => {
    const waiting = request({ status: 'approved', attempt: 2 });
    expect(afterAnswer(waiting, 'applied', 2)?.status).toBe('published');
    expect(afterAnswer(waiting, 'rejected', 2)?.status).toBe('publish_failed');
    for (const attempt of [1, 3, null]) expect(afterAnswer(waiting, 'applied', attempt)).toBeNull();
  });

  it.each(requestStatuses.filter((status) => status !== 'approved'))('change nothing of a %s request', (status) => {
    expect(afterAnswer(request({ status, attempt: 1 }), 'applied', 1)).toBeNull();
    expect(afterAnswer(request({ status, attempt: 1 }), 'rejected', 1)).toBeNull();
  });

  it.each(requestStatuses)('release the drafts of a %s request only as it ended', (status) => {
    expect(awaitsRelease(request({ status }), 'withdrawn')).toBe(status === 'withdrawn');
    expect(awaitsRelease(request({ status }), 'deleted')).toBe(status === 'draft_deleted');
  });
});

describe('a request', () => {
  it('names everyone who took part once', () => {
    const participants = participantsOf(
      request({ reviewers: [id('erin')], votes: [vote('frank')], commenters: [id('erin'), id('gail')] }),
    );
    expect(participants).toEqual([id('dana'), id('erin'), id('frank'), id('gail')]);
  });

  it('has another hash as soon as one pin differs, whatever else differs', () => {
    const item = modelItem();
    const hash = itemsHashOf([item]);
    const renamed = { ...item, name: 'renamed' };
    expect(itemsHashOf([renamed])).toBe(hash);
    const others = [
      { revision: 4 },
      { contentHash: 'f'.repeat(64) },
      { baseVersion: null },
      { resourceId: id('other') },
    ];
    for (const other of others) expect(itemsHashOf([{ ...item, ...other }])).not.toBe(hash);
  });
});

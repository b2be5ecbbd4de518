import { ProblemError } from '../../api/problem-error.ts';
import { refusedReviewers } from './refused-reviewers.ts';
import { bodyOfChoice, preselected } from './save-choice.ts';
import { summaryOf } from './summary-of.ts';
import { theirsOf } from './theirs-of.ts';

const refusal = (code: string, details: Record<string, unknown>): ProblemError =>
  new ProblemError({ type: '', status: 412, code, title: '', detail: '', requestId: '', details });

describe('a save', () => {
  it('is a submission to begin with, if there may be one, else whatever is offered', () => {
    expect(preselected(['publish_now', 'submit', 'save_draft'])).toBe('submit');
    expect(preselected(['publish'])).toBe('publish');
    expect(preselected([])).toBeNull();
  });

  it('names reviewers and a comment only where somebody is asked', () => {
    const choice = { reviewers: ['erin'], comment: ' please ', includeModel: false };
    expect(bodyOfChoice({ ...choice, action: 'save_draft' })).toEqual({ action: 'save_draft' });
    expect(bodyOfChoice({ ...choice, action: 'submit' })).toEqual({
      ...{ action: 'submit', reviewers: ['erin'], comment: 'please' },
    });
    expect(bodyOfChoice({ ...choice, action: 'submit', comment: ' ' })).not.toHaveProperty('comment');
  });

  it('is summed up in a line', () => {
    expect(
      summaryOf([
        { kind: 'query', added: 3, removed: 1, hunks: [] },
        { kind: 'field', path: '/configuration/primaryKey', label: 'Primary key', before: 'id', after: 'email' },
        { kind: 'column', name: 'id', before: 'text', after: null },
        { kind: 'column', name: 'plan', before: null, after: 'text' },
        { kind: 'schedule', before: null, after: 'daily', nextRuns: [] },
      ]),
    ).toBe('query +3 −1, primary key, columns (2), schedule');
  });

  it('that was refused because somebody was faster has both contents', () => {
    const [current, yours] = [{ basedOn: { revision: 4 }, content: { query: 'select 1' } }, { query: 'select 2' }];
    expect(theirsOf(refusal('draft.stale-base', { current, yours }))).toEqual({ ...current, yours });
    expect(theirsOf(refusal('draft.stale-base', { current }))).toMatchObject({ yours: null });
    expect(theirsOf(refusal('draft.stale-base', { current: null }))).toBeNull();
    expect(theirsOf(refusal('draft.stale', { current }))).toBeNull();
    expect(theirsOf(new Error('other'))).toBeNull();
  });

  it('that was refused for its reviewers says who cannot review and why', () => {
    const reviewers = [{ id: 'dana', code: 'approver.self-approval' }, { id: 'vic', code: 'unheard-of' }, null];
    expect([...refusedReviewers(refusal('reviewer.not-an-approver', { reviewers }))]).toEqual([
      ['dana', 'approver.self-approval'],
      ['vic', 'approver.rights-missing'],
    ]);
    expect(refusedReviewers(refusal('rights.missing', { reviewers })).size).toBe(0);
  });
});

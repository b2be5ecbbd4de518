import { advanced, noProgress } from './progress.ts';
import { REJECTIONS_KEPT } from './run.ts';

const batch = { added: 1, changed: 2, unchanged: 3, rejected: 1, rejections: [{ key: { id: 7 }, reason: 'too long' }] };

describe('the progress of a run', () => {
  it('adds up what became of the rows of each batch', () => {
    const { counts } = advanced(advanced(noProgress, 7, batch), 7, batch);
    expect(counts).toEqual({ read: 14, added: 2, changed: 4, unchanged: 6, rejected: 2 });
  });

  it('keeps the first rejections and counts the rest', () => {
    const rejections = Array.from({ length: 80 }, (_, id) => ({ key: { id }, reason: 'too long' }));
    const many = { added: 0, changed: 0, unchanged: 0, rejected: 80, rejections };
    const { counts, rejections: kept } = advanced(advanced(noProgress, 80, many), 80, many);
    expect(counts.rejected).toBe(160);
    expect(kept).toHaveLength(REJECTIONS_KEPT);
    expect(kept.slice(0, 80)).toEqual(rejections);
  });
});

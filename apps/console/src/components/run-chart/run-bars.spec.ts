import { runBars } from './run-bars.ts';

type Run = Parameters<typeof runBars>[0][number];

let runs = 0;
const run = (over: Partial<Run>): Run => ({
  id: `run ${++runs}`,
  syncName: 'Contacts',
  createdAt: '2026-11-22T10:00:00.000Z',
  counts: null,
  status: 'succeeded',
  ...over,
});
const counts = { read: 100, added: 40, changed: 24, unchanged: 30, rejected: 16 };

describe('the bars of the last runs', () => {
  it('stand from the oldest to the newest, without what is not over', () => {
    const newestFirst = [run({ id: 'c', status: 'running' }), run({ id: 'b' }), run({ id: 'a' }), run({ id: 'old' })];
    expect(runBars(newestFirst, 2).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('show rows written and rejected, and a refused run as tall as an eighth of the tallest', () => {
    const [refused, wrote] = runBars([run({ counts }), run({ status: 'refused' })], 10);
    expect(wrote).toMatchObject({ written: 64, rejected: 16, refused: 0, isRefused: false });
    expect(refused).toMatchObject({ written: 0, rejected: 0, refused: 10, isRefused: true });
  });

  it('show a refused run also where nothing else was written', () => {
    expect(runBars([run({ status: 'refused' })], 10)).toMatchObject([{ refused: 1 }]);
    expect(runBars([], 10)).toEqual([]);
  });
});

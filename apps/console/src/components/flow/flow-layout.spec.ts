import type { FlowModel, FlowSync } from './flow-data.ts';
import { layOut, pathThrough } from './flow-layout.ts';

const source = { id: 'wh', name: 'Warehouse' };
const model = (id: string): FlowModel => ({ id, name: id, version: 1, draft: null, source });
const sync = (id: string, modelId: string, to: string): FlowSync => {
  return { id, name: id, version: 1, draft: null, modelId, destination: { id: to, name: to } };
};
const readiness = new Map();
const rowsOf = (flow: Parameters<typeof layOut>[0], unfolded: string[] = []) =>
  Object.fromEntries(layOut(flow, new Set(unfolded)).boxes.map(({ key, row }) => [key, row]));

describe('the layout of the flow', () => {
  it('puts syncs one below the other, and the rest beside the middle of what it belongs to', () => {
    const syncs = [sync('a', 'm', 'crm'), sync('b', 'm', 'crm'), sync('c', 'n', 'ads')];
    const flow = { models: [model('m'), model('n'), model('unused')], syncs, readiness };
    expect(rowsOf(flow)).toEqual({
      ...{ 'sync a': 0, 'sync b': 1, 'sync c': 2, 'model m': 0.5, 'model n': 2, 'model unused': 3 },
      ...{ 'source wh': 1.5, 'destination crm': 0.5, 'destination ads': 2 },
    });
    expect(layOut(flow, new Set()).rows).toBe(4);
  });

  it('lets no destination lie on another', () => {
    const syncs = [sync('a', 'm', 'crm'), sync('b', 'm', 'ads'), sync('c', 'm', 'crm')];
    expect(rowsOf({ models: [model('m')], syncs, readiness })).toMatchObject({
      ...{ 'destination crm': 1, 'destination ads': 2 },
    });
  });

  it('folds many syncs of a model, and shows first which are held up', () => {
    const syncs = Array.from({ length: 300 }, (_, index) => sync(`s${index}`, 'm', 'crm'));
    const flow = { models: [model('m')], syncs, readiness: new Map([['s299', ['SYNC_PAUSED' as const]]]) };
    const { boxes, rows, lines } = layOut(flow, new Set());
    expect(rows).toBe(6);
    expect(boxes.filter(({ column }) => column === 'sync').map(({ key }) => key)).toEqual([
      'sync s299',
      'sync s0',
      'sync s1',
      'sync s2',
      'sync s3',
      'more m',
    ]);
    expect(boxes).toContainEqual(expect.objectContaining({ key: 'more m', more: 295 }));
    expect(lines.find(({ to }) => to.key === 'sync s299')?.holdup).toBe('SYNC_PAUSED');
    expect(layOut(flow, new Set(['m'])).rows).toBe(300);
  });

  it('is empty where there is nothing', () => {
    expect(layOut({ models: [], syncs: [], readiness }, new Set())).toEqual({ boxes: [], lines: [], rows: 0 });
  });
});

describe('the path through a box', () => {
  const syncs = [sync('a', 'm', 'crm'), sync('b', 'n', 'crm')];
  const { lines } = layOut({ models: [model('m'), model('n')], syncs, readiness }, new Set());

  it('is everything its rows pass, and nothing beside it', () => {
    expect([...pathThrough('sync a', lines)].sort()).toEqual(['destination crm', 'model m', 'source wh', 'sync a']);
    expect(pathThrough('destination crm', lines).size).toBe(6);
    expect(pathThrough('model n', lines)).not.toContain('sync a');
  });
});

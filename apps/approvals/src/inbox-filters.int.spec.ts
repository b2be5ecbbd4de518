import { builtInRole } from '@imprimatur/abilities';
import type { RequestItem, WorkspaceSettings } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { draftedModel, draftedSync, submit } from './testing/submission.fixture.ts';

const [warehouse, vault, crm, ads] = [newId(), newId(), newId(), newId()];

const salaries = () => draftedModel({ sourceId: vault, name: 'Salaries 2026' });
const customers = () => draftedModel({ sourceId: warehouse, name: 'Customers' });
const toAds = () => draftedSync({ sourceId: warehouse, destinationId: ads, name: 'Customers to the ads' });
const toCrm = () => draftedSync({ sourceId: warehouse, destinationId: crm, name: 'Müller & Söhne 100%' });
const moved = (): RequestItem => {
  const [from, to] = [draftedSync({ sourceId: vault, destinationId: crm }), toAds()];
  return { ...to, name: 'Moved', ends: [...to.ends, ...from.ends] };
};

/** The requests of the story by number, with what their submitter wrote. */
const submissions: [items: RequestItem[], comment: string | null][] = [
  [[customers()], 'adds the lifetime value'],
  [[salaries()], null],
  [[salaries(), toCrm()], 'both at once'],
  [[toAds(), customers()], null],
  [[moved()], 'away from #1'],
];

const queryOf = (query: Record<string, string>): string => `?${new URLSearchParams(query).toString()}`;

describe('a narrowed inbox', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;
  /** Everything an Admin may, except on the vault. */
  let ines: SeededMember;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
    const admin = builtInRole('admin', newId());
    const [all] = admin.sources;
    const none = { scope: vault, view: false, configure: false, models: 'none', syncs: 'none' } as const;
    const sources = [all!, { ...none, approve: false, run: false }];
    const { manager } = world.service.dataSource;
    await seedRole(manager, acme.id, { ...admin, builtIn: false, name: 'All but the vault', sources });
    ines = await seedMember(manager, acme.id, { roleId: admin.id, name: 'Ines' });
    await world.signIn(ines);
    for (const [items, comment] of submissions) {
      const { id } = await submit(world, dana, [erin], { items, comment });
      if (items.length === 1 && items[0]!.name === 'Customers')
        await world.call(erin, 'post', `/${id}/comments`).send({ text: 'Is the TOTAL right?' }).expect(201);
    }
  });
  afterAll(() => world.close());

  const numbers = async (by: Caller, query: Record<string, string>): Promise<number[]> => {
    const { body } = await world.call(by, 'get', queryOf({ tab: 'open', ...query })).expect(200);
    return body.items.map(({ number }: { number: number }) => number);
  };

  it.each<[Record<string, string>, erin: number[], ines: number[]]>([
    [{}, [5, 4, 3, 2, 1], [4, 3, 1]],
    [{ kind: 'model' }, [4, 3, 2, 1], [4, 1]],
    [{ kind: 'sync' }, [5, 4, 3], [4, 3]],
    [{ sourceId: vault }, [5, 3, 2], []],
    [{ sourceId: warehouse }, [5, 4, 3, 1], [4, 3, 1]],
    [{ destinationId: ads }, [5, 4], [4]],
    [{ destinationId: crm }, [5, 3], [3]],
    [{ sourceId: vault, destinationId: ads }, [], []],
    [{ sourceId: warehouse, destinationId: crm, kind: 'sync' }, [3], [3]],
    [{ destinationId: ads, kind: 'model' }, [], []],
    [{ sourceId: newId() }, [], []],
  ])('by %j: of one item that the caller may view', async (query, ofErin, ofInes) => {
    expect(await numbers(erin, query)).toEqual(ofErin);
    expect(await numbers(ines, query)).toEqual(ofInes);
  });

  it.each<[string, erin: number[], ines: number[]]>([
    ['customers', [4, 1], [4, 1]],
    ['  CUSTOMERS to ', [4], [4]],
    ['salaries', [3, 2], []],
    ['müller', [3], [3]],
    ['100%', [3], [3]],
    ['%', [3], [3]],
    ['_', [], []],
    ['lifetime', [1], [1]],
    ['total', [1], [1]],
    ['both at once', [3], [3]],
    ['#3', [3], [3]],
    ['3', [3], [3]],
    ['#1', [5, 1], [1]],
    ['#2', [2], []],
    ['2026', [3, 2], []],
    ['#99', [], []],
    ['', [5, 4, 3, 2, 1], [4, 3, 1]],
  ])(
    'by the text "%s": names, comments and number, never of what the caller may not view',
    async (q, ofErin, ofInes) => {
      expect(await numbers(erin, { q })).toEqual(ofErin);
      expect(await numbers(ines, { q })).toEqual(ofInes);
    },
  );

  it('by several at once, in every tab', async () => {
    expect(await numbers(erin, { tab: 'to-review', q: 'customers', kind: 'sync' })).toEqual([4]);
    expect(await numbers(dana, { tab: 'mine', q: 'customers', kind: 'sync' })).toEqual([4]);
    expect(await numbers(dana, { tab: 'to-review', q: 'customers' })).toEqual([]);
    expect(await numbers(dana, { tab: 'closed', q: 'customers' })).toEqual([]);
  });

  it('page by page, each once', async () => {
    const query = queryOf({ tab: 'open', q: 'c', limit: '2' });
    const { body: first } = await world.call(ines, 'get', query).expect(200);
    const { body: second } = await world.call(ines, 'get', `${query}&cursor=${first.nextCursor}`).expect(200);
    const found = [first, second].map(({ items }) => items.map(({ number }: { number: number }) => number));
    expect(found).toEqual([[4, 3], [1]]);
    expect(second.nextCursor).toBeNull();
  });

  it.each(['kind=audience', 'sourceId=warehouse', 'destinationId=', `q=${'x'.repeat(201)}`, 'q=%00', 'q=a&q=b'])(
    'refuses %s',
    async (query) => {
      expect((await world.call(erin, 'get', `?${query}`)).status).toBe(422);
    },
  );

  it('is counted, of what the caller may view', async () => {
    const counts = async (by: Caller) => (await world.call(by, 'get', '/counts').expect(200)).body;
    expect(await counts(erin)).toEqual({ toReview: 5, mine: 0, open: 5 });
    expect(await counts(ines)).toEqual({ toReview: 2, mine: 0, open: 3 });
    expect(await counts(dana)).toEqual({ toReview: 0, mine: 5, open: 5 });
    const noel = await seedMember(world.service.dataSource.manager, acme.id, { roleId: newId() });
    await world.signIn(noel);
    expect(await counts(noel)).toEqual({ toReview: 0, mine: 0, open: 0 });
  });

  /** One's own: submitted, or contributed to. Sync editors approve models and cannot publish them. */
  it.each<[WorkspaceSettings['selfApproval'], submitted: number[], contributed: number[]]>([
    ['publishers', [2, 1], [3]],
    ['never', [2], []],
    ['always', [2, 1], [3, 2]],
  ])('of own work, with selfApproval %s', async (selfApproval, publisher, approver) => {
    const solo = await world.workspace({ settings: { selfApproval } });
    const [ed, syd] = [memberOf(solo, 'workspace-editor'), memberOf(solo, 'sync-editor')];
    await submit(world, ed, [memberOf(solo, 'admin')], { items: [salaries()] });
    const shared = draftedModel({ sourceId: warehouse, contributors: [syd.id] });
    await submit(world, memberOf(solo, 'admin'), [ed], { items: [shared] });
    const sync = draftedSync();
    await submit(world, syd, [ed], { items: [sync] });
    expect((await numbers(ed, { tab: 'to-review' })).filter((number) => number < 3)).toEqual(publisher);
    expect((await numbers(syd, { tab: 'to-review' })).filter((number) => number > 1)).toEqual(approver);
    const { body } = await world.call(syd, 'get', '/counts').expect(200);
    expect(body).toMatchObject({ toReview: (await numbers(syd, { tab: 'to-review' })).length, mine: 1, open: 3 });
  });
});

import { API_PREFIX, services } from '@imprimatur/contracts';
import { operationsOf } from '../architecture/openapi-operations.ts';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import { allActions } from './actions/all-actions.ts';
import { unsubscribeActions } from './actions/mail-actions.ts';
import { publicActions } from './actions/workspace-actions.ts';
import { Client } from './client.ts';
import { databaseState, difference, settled } from './database-state.ts';
import { expectedRights } from './expected-rights.ts';
import { cellsOf, outcome, prepareAll, ripenAll, surprises, unmatched, wrongPromises, type Cell } from './matrix.ts';
import { testedRoles } from './roles.ts';
import { Stage } from './stage.ts';

const rows = expectedRights();
const publicRows = rows.filter(({ cells }) => cells.has('anybody'));
const memberRows = rows.filter(({ cells }) => !cells.has('anybody'));

describe('the rights matrix', () => {
  let world: InProcessWorld;
  let stages: Record<'on' | 'off', Stage>;
  let cells: Cell[];

  beforeAll(async () => {
    world = await inProcessWorld();
    await world.warehouse.client.query('create table customers (id int primary key, email text, city text)');
    await world.crm.client.query('create table contacts (external_id int primary key, email text)');
    stages = { on: await Stage.set(world, 'with-approvals'), off: await Stage.set(world, 'without-approvals') };
    await settled(world);
    cells = cellsOf(memberRows, allActions, stages);
    await prepareAll(cells);
    // Thousands of rows came at once, and Postgres still takes every table for an empty one.
    for (const service of services) await world.app(service).dataSource.query('analyze');
    await settled(world);
    await ripenAll(cells);
    for (const stage of Object.values(stages)) await stage.assignRoles();
    await stages.off.settings({ requireApprovals: false });
  }, 300_000);

  afterAll(() => world.close());

  it('has a row for every operation there is, and for nothing else', () => {
    const served = services.flatMap((service) => operationsOf(world.app(service).openapi()).map(({ name }) => name));
    const tabled = new Set(rows.map(({ operation }) => operation.replace(' ', ` ${API_PREFIX}`)));
    expect([...tabled].sort()).toEqual(served.sort());
  });

  it('has a cell for every role, in both kinds of workspaces, in exactly one row', () => {
    const complete = testedRoles.map(({ column }) => column);
    expect(memberRows.filter((row) => [...row.cells.keys()].join() !== complete.join())).toEqual([]);
    expect(unmatched(memberRows, allActions)).toEqual([]);
  });

  it.each(publicRows)('lets anybody: $operation, $situation', async ({ operation, situation, cells: expected }) => {
    const action = [...publicActions, ...unsubscribeActions].find(
      (each) => each.operation === operation && each.situation === situation,
    );
    const anybody = new Client(world, null, '');
    expect(await outcome({ action: action!, stage: stages.on, thing: undefined }, anybody)).toBe(
      expected.get('anybody'),
    );
  });

  const settingsOf = ({ action }: Cell): string => JSON.stringify(action.settings ?? {});

  it.each([{}, { selfApproval: 'never' }, { selfApproval: 'always' }] as const)(
    'holds in every cell, and what is refused or shown changes nothing, with %j',
    async (settings) => {
      for (const stage of Object.values(stages)) await stage.settings(settings);
      const these = cells.filter((cell) => settingsOf(cell) === JSON.stringify(settings));
      await settled(world);
      const before = await databaseState(world);
      const found = await surprises(these.filter(({ quiet }) => quiet));
      await settled(world);
      const changed = difference(before, await databaseState(world));
      found.push(...(await surprises(these.filter(({ quiet }) => !quiet))));
      expect(found).toEqual([]);
      expect(changed).toEqual([]);
    },
    300_000,
  );

  it('is what a request says one may do with it', async () => {
    for (const stage of Object.values(stages)) await stage.settings({ selfApproval: 'publishers' });
    await settled(world);
    expect(await wrongPromises(cells.filter(({ approvals }) => approvals === 'on'))).toEqual([]);
  }, 60_000);

  it('is as large as this', () => {
    const operations = new Set(rows.map(({ operation }) => operation)).size;
    process.stdout.write(
      `rights matrix: ${cells.length + publicRows.length} cells, ${rows.length} rows, ${operations} operations\n`,
    );
    expect(cells.length).toBeGreaterThan(testedRoles.length * rows.length);
  });
});

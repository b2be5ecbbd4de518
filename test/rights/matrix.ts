import { isReading, requestOf, type Action } from './action.ts';
import type { Client } from './client.ts';
import { outcomeOf, type ExpectedRow } from './expected-rights.ts';
import { testedRoles, type TestedRole } from './roles.ts';
import type { Stage } from './stage.ts';

export interface Cell {
  action: Action;
  role: TestedRole;
  approvals: 'on' | 'off';
  stage: Stage;
  expected: string;
  /** Refused, or only shown something: nothing may have changed afterwards. */
  quiet: boolean;
  thing: unknown;
}

const keyOf = ({ operation, situation }: Pick<Action, 'operation' | 'situation'>): string =>
  `${operation} · ${situation}`;

/** What leaves a trace: success, and a run that was refused, which goes on record. */
const changing = new Set(['ok', 'refused']);

/** The cells of all rows, in both workspaces, without the things they are about. */
export function cellsOf(
  rows: readonly ExpectedRow[],
  actions: readonly Action[],
  stages: Record<'on' | 'off', Stage>,
): Cell[] {
  const byKey = new Map(actions.map((action) => [keyOf(action), action]));
  return rows.flatMap((row) => {
    const action = byKey.get(keyOf(row));
    if (action === undefined) throw new Error(`nobody knows how to do this: ${keyOf(row)}`);
    return (['on', 'off'] as const)
      .filter((approvals) => row.approvals.includes(approvals))
      .flatMap((approvals) =>
        testedRoles.map((role) => {
          const expected = row.cells.get(role.column)!;
          const quiet = isReading(action) || !changing.has(expected);
          return { action, role, approvals, stage: stages[approvals], expected, quiet, thing: undefined };
        }),
      );
  });
}

/** Rows that nothing does, and what is done without a row. */
export function unmatched(rows: readonly ExpectedRow[], actions: readonly Action[]): string[] {
  const [expected, done] = [new Set(rows.map(keyOf)), new Set(actions.map(keyOf))];
  const modes = rows.flatMap((row) =>
    row.approvals.split(', ').map((approvals) => `${keyOf(row)}, approvals ${approvals}`),
  );
  return [
    ...[...expected].filter((key) => !done.has(key)).map((key) => `a row that nothing does: ${key}`),
    ...[...done].filter((key) => !expected.has(key)).map((key) => `done without a row: ${key}`),
    ...[...expected].flatMap((key) =>
      ['on', 'off']
        .map((approvals) => `${key}, approvals ${approvals}`)
        .filter((mode) => modes.filter((each) => each === mode).length !== 1)
        .map((mode) => `not in exactly one row: ${mode}`),
    ),
  ];
}

/** Makes what the cells are about: one thing for all that must leave it as it is, one each for the others. */
export async function prepareAll(cells: readonly Cell[]): Promise<void> {
  const shared = new Map<string, unknown>();
  await byAction(cells, async (cell) => {
    const { action, stage, role, approvals, quiet } = cell;
    const { prepare, own, repeatable } = action;
    if (prepare === undefined) return;
    const by = own === true ? memberOf(cell) : stage.boss;
    const key = own === true ? role.column : quiet || repeatable === true ? 'all' : `for ${role.column}`;
    const name = `${keyOf(action)} ${approvals} ${key}`;
    if (!shared.has(name)) shared.set(name, await prepare(stage, by));
    cell.thing = shared.get(name);
  });
}

export async function ripenAll(cells: readonly Cell[]): Promise<void> {
  const done = new Set<unknown>();
  const newestLast = cells.toSorted((a, b) => Number(a.action.newest ?? false) - Number(b.action.newest ?? false));
  for (const { action, stage, thing } of newestLast) {
    if (action.ripen === undefined || done.has(thing)) continue;
    done.add(thing);
    await action.ripen(stage, thing);
  }
}

/** Sends the requests of these cells. Answers with a line for each whose outcome is not the expected one. */
export async function surprises(cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = [];
  await byAction(cells, async (cell) => {
    const { action, role, approvals, expected } = cell;
    const got = await outcome(cell, memberOf(cell));
    if (got !== expected)
      found.push(`${role.name} · ${keyOf(action)} · approvals ${approvals}: expected ${expected}, got ${got}`);
  });
  return found;
}

const AT_ONCE = 4;

/** A few actions at a time, but the cells of one of them one after the other: they may be about the same thing. */
async function byAction(cells: readonly Cell[], work: (cell: Cell) => Promise<void>): Promise<void> {
  const waiting = [...Map.groupBy(cells, ({ action }) => action).values()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      for (const cell of next) await work(cell);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

export async function outcome(
  { action, stage, thing }: Pick<Cell, 'action' | 'stage' | 'thing'>,
  by: Client,
): Promise<string> {
  const sending = (await action.send?.(stage, thing, by)) ?? {};
  const answer = await by.send(requestOf(action, thing, sending));
  if (answer.status < 300) return (await action.shows?.(answer, thing, by, stage)) ?? 'ok';
  return outcomeOf(answer.status, answer.body?.code as string | undefined);
}

const decisions = {
  mayApprove: 'POST /approval-requests/:id/approve',
  mayPublishNow: 'POST /approval-requests/:id/publish-now',
  mayWithdraw: 'POST /approval-requests/:id/withdraw',
  mayDeleteDraft: 'POST /approval-requests/:id/delete-draft',
  mayChooseReviewers: 'PUT /approval-requests/:id/reviewers',
};

/** Where a request tells its reader that they may do what the table says they may not, or the other way round. */
export async function wrongPromises(cells: readonly Cell[]): Promise<string[]> {
  const tabled = new Map(cells.map((cell) => [`${keyOf(cell.action)} ${cell.role.column} ${cell.approvals}`, cell]));
  const wrong: string[] = [];
  const shown = ({ action, expected }: Cell): boolean =>
    action.operation === 'GET /approval-requests/:id' && expected === 'ok';
  await byAction(cells.filter(shown), async (cell) => {
    const { action, thing, role, approvals } = cell;
    const { body } = await memberOf(cell).must(requestOf(action, thing, {}));
    for (const [promise, operation] of Object.entries(decisions)) {
      const key = keyOf({ operation, situation: action.situation });
      const expected = tabled.get(`${key} ${role.column} ${approvals}`)?.expected;
      if (expected !== undefined && (body.decision as Record<string, boolean>)[promise] !== (expected === 'ok'))
        wrong.push(`${role.name} · ${key} · approvals ${approvals}: ${promise} although the answer is ${expected}`);
    }
  });
  return wrong;
}

const memberOf = ({ stage, role }: Cell): Client => stage.members.get(role)!;

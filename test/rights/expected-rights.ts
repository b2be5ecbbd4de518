import { readFileSync } from 'node:fs';

export interface ExpectedRow {
  operation: string;
  situation: string;
  approvals: 'on' | 'off' | 'on, off';
  /** What is expected, by the column of a role; of what nobody signs in for, one cell named `anybody`. */
  cells: ReadonlyMap<string, string>;
}

const FILE = new URL('./expected-rights.md', import.meta.url);

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));

/** The tables of the file whose first column is an operation. */
export function expectedRights(): ExpectedRow[] {
  const rows: ExpectedRow[] = [];
  let head: string[] = [];
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    if (!line.startsWith('|')) head = [];
    else if (head.length === 0) head = cellsOf(line);
    else if (head[0] === 'operation' && !/^\| *-/.test(line)) rows.push(rowOf(head, cellsOf(line)));
  }
  return rows;
}

function rowOf(head: string[], cells: string[]): ExpectedRow {
  const [operation, situation, approvals, ...outcomes] = cells;
  if (cells.length !== head.length)
    throw new Error(`a row of ${operation} has ${cells.length} cells of ${head.length}`);
  if (approvals !== 'on' && approvals !== 'off' && approvals !== 'on, off')
    throw new Error(`approvals are on or off, not ${approvals}: ${operation}`);
  const columns = head.slice(3);
  return {
    ...{ operation: operation!, situation: situation!, approvals },
    cells: new Map(columns.map((column, index) => [column, outcomes[index]!])),
  };
}

/** What the cells stand for, as the legend of the file explains to people. */
const refusals: Record<string, string> = {
  no: '403 rights.missing',
  off: '403 approvals.disabled-for-draft-role',
  live: '409 approvals.disabled',
  'not approver': '403 approver.rights-missing',
  'own work': '403 approver.self-approval',
  locked: '409 draft.in-review',
  'has syncs': '409 model.has-syncs',
  refused: '409 run.refused',
  'built-in': '409 role.built-in',
  assigned: '409 role.assigned',
  'has journeys': '409 audience.has-journeys',
};

/** A refusal as the table would call it; itself when the table has no word for it. */
export function outcomeOf(status: number, code: string | undefined): string {
  if (status === 404) return '404';
  if (status === 409 && /^(source|destination)\.in-use$/.test(code ?? '')) return 'in use';
  const refusal = `${status} ${code ?? ''}`.trim();
  return Object.keys(refusals).find((word) => refusals[word] === refusal) ?? refusal;
}

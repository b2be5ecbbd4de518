import './lean-wasm.ts';
import { hasSqlDetails, parse, scan } from 'libpg-query';
import { ConnectorError } from '../connector-error.ts';
import { nestingOf } from './nesting.ts';

/** The parser survives twice as much; past that it overflows its stack, and no later query could be parsed by this process. */
const MAX_NESTING = 4_000;

const writing = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);
/** Functions of Postgres itself that run what a text says, which nobody has checked. */
const runningText = /^((query|cursor|table|schema|database)_to_xml|ts_(stat|rewrite)$)/;
const notAQuery = 'A model is one SELECT statement.';

const refused = (code: 'query.invalid' | 'query.not-read-only', why: string): ConnectorError =>
  new ConnectorError(code, why);

/** Why a node of the parse tree may not be in a model's query, or null. */
function objection(name: string, value: unknown): ConnectorError | null {
  if (writing.has(name)) return refused('query.not-read-only', `${notAQuery} This one changes rows.`);
  if (name === 'intoClause')
    return refused('query.not-read-only', `${notAQuery} This one creates a table: SELECT INTO.`);
  if (name === 'lockingClause')
    return refused('query.not-read-only', `${notAQuery} This one locks rows: FOR UPDATE or FOR SHARE.`);
  if (name === 'ParamRef') return refused('query.invalid', 'A model’s query has no parameters such as $1.');
  if (name === 'FuncCall') return objectionTo(functionName(value as FuncCall));
  return null;
}

interface FuncCall {
  funcname: { String?: { sval?: string } }[];
}

const functionName = ({ funcname }: FuncCall): string => funcname.at(-1)?.String?.sval ?? '';

function objectionTo(name: string): ConnectorError | null {
  if (name === 'set_config')
    return refused('query.not-read-only', `${notAQuery} This one changes settings: set_config.`);
  if (runningText.test(name))
    return refused('query.not-read-only', `${notAQuery} This one runs a text as a second query: ${name}.`);
  return null;
}

function assertReads(root: unknown): void {
  // Not recursive: the tree of a long chain of operators is deep.
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      const problem = objection(name, value);
      if (problem !== null) throw problem;
      open.push(value);
    }
  }
}

async function statementsOf(query: string): Promise<object[]> {
  try {
    if (nestingOf((await scan(query)).tokens) > MAX_NESTING) throw tooDeep();
    const { stmts = [] } = await parse(query);
    return stmts.map(({ stmt }) => stmt ?? {});
  } catch (error) {
    if (!hasSqlDetails(error)) throw error instanceof RangeError ? tooDeep() : error;
    const position = error.sqlDetails === undefined ? {} : { position: error.sqlDetails.cursorPosition + 1 };
    if (error.message.startsWith('memory exhausted')) throw tooDeep();
    throw new ConnectorError('query.invalid', `This is not SQL that Postgres understands: ${error.message}.`, position);
  }
}

const tooDeep = (): ConnectorError => refused('query.invalid', 'The query is nested too deeply.');

/**
 * Refuses what is not exactly one statement that only reads, before any database sees it. Throws a ConnectorError: `query.invalid`
 * with the position of a syntax error, `query.several-statements`, or `query.not-read-only` for anything that writes, locks, creates
 * or sets. It is the first of three guards and the one with clear messages; a read-only transaction and a cursor, which take nothing
 * but a query, stand behind it.
 */
export async function assertReadOnly(query: string): Promise<void> {
  if (query.includes('\0')) throw refused('query.invalid', 'The query contains a NUL character.');
  if (query.trim() === '') throw refused('query.invalid', 'The query is empty.');
  const statements = await statementsOf(query);
  if (statements.length === 0) throw refused('query.invalid', 'The query is empty but for comments.');
  if (statements.length > 1) {
    throw new ConnectorError('query.several-statements', `${notAQuery} These are ${statements.length} statements.`);
  }
  assertReads(statements[0]);
  if (!('SelectStmt' in statements[0]!)) throw refused('query.not-read-only', notAQuery);
}

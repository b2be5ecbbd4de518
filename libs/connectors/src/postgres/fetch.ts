import type pg from 'pg';
import { ConnectorError } from '../connector-error.ts';
import type { Row } from '../row.ts';
import { parserOf } from './column-types.ts';

export interface Field {
  name: string;
  dataTypeID: number;
}

/** One FETCH from a cursor that gives its rows away as they arrive; the driver's own query keeps all of them until its end. */
export class Fetch {
  fields: Field[] = [];
  /** Called at the end. The driver puts its time limit in front of it. */
  callback: (error: Error | null) => void;
  readonly #text: string;
  readonly #take: (row: Row, bytes: number) => void;
  #parsers: ((text: string) => Row[string])[] = [];
  #blank: Row = {};
  #problem: ConnectorError | null = null;

  constructor(text: string, take: (row: Row, bytes: number) => void, ended: (error: Error | null) => void) {
    this.#text = text;
    this.#take = take;
    this.callback = ended;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text);
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.fields = fields;
    this.#parsers = fields.map(({ dataTypeID }) => parserOf(dataTypeID));
    // Fields of their own from the start: a column may be called __proto__.
    this.#blank = Object.fromEntries(fields.map(({ name }) => [name, null]));
    const twice = fields.find(({ name }, index) => fields.findIndex((other) => other.name === name) < index);
    if (twice !== undefined) this.#problem = ambiguous(twice.name);
  }

  handleDataRow({ fields: values, length }: { fields: (string | null)[]; length: number }): void {
    if (this.#problem !== null) return;
    const row = { ...this.#blank };
    for (let index = 0; index < values.length; index++) {
      const text = values[index]!;
      if (text !== null) row[this.fields[index]!.name] = this.#parsers[index]!(text);
    }
    this.#take(row, length);
  }

  handleCommandComplete(): void {
    // Each of the two statements ends with one; the answer as a whole ends later.
  }

  handleReadyForQuery(): void {
    this.callback(this.#problem);
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}

/** The next rows of a cursor, limited in time whatever a function in the query did to the limit while it fetched the last ones. */
export const fetchStatement = (rows: number, statementTimeoutMs: number): string =>
  `set local statement_timeout = ${Math.trunc(statementTimeoutMs)}; fetch forward ${rows} from model`;

const ambiguous = (name: string): ConnectorError =>
  new ConnectorError('query.column-ambiguous', `The query has two columns named ${name}. Give one of them an alias.`);

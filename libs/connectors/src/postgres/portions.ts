import type { Socket } from 'node:net';
import type pg from 'pg';
import type { Row } from '../row.ts';
import { ByteLimit } from './byte-limit.ts';
import { socketOf } from './connect.ts';
import { Fetch, fetchStatement } from './fetch.ts';

const MEGABYTE = 1_048_576;
const MAX_ROWS = 1_000;
/** The first rows tell how wide they are. */
const FIRST_ROWS = 100;
const PORTION_BYTES = 8 * MEGABYTE;
const MAX_ROW_BYTES = 32 * MEGABYTE;

interface Asking {
  resolve(rows: Row[]): void;
  reject(error: Error): void;
}

/**
 * The rows of a cursor in portions of up to 1,000 rows and some 8 MiB. A FETCH asks for as many rows as should make half of that; where
 * rows turn out wider the socket stops between two portions until the next one is wanted. Throws `query.too-large` for a row over 32 MiB.
 */
export class Portions {
  readonly #client: pg.Client;
  readonly #socket: Socket;
  readonly #statementTimeoutMs: number;
  readonly #limit: ByteLimit;
  #state: 'idle' | 'fetching' | 'ended' = 'idle';
  #failure: Error | null = null;
  #asking: Asking | null = null;
  #waiting: Row[] = [];
  #waitingBytes = 0;
  #size = FIRST_ROWS;

  constructor(client: pg.Client, statementTimeoutMs: number) {
    this.#client = client;
    this.#socket = socketOf(client);
    this.#statementTimeoutMs = statementTimeoutMs;
    this.#limit = new ByteLimit(
      client,
      MAX_ROW_BYTES,
      'A row of the query is larger than 32 MiB: too large to be moved.',
    );
  }

  /** The next portion, [] at the end. To be asked for again only when the last one is there. */
  next(): Promise<Row[]> {
    const portion = new Promise<Row[]>((resolve, reject) => {
      this.#asking = { resolve, reject };
    });
    // Asked for ahead: when nobody comes to await it, its failure is nobody's either.
    portion.catch(() => undefined);
    if (this.#state === 'fetching') this.#socket.resume();
    else this.#answer();
    return portion;
  }

  #fetch(): void {
    const size = this.#size;
    let rows = 0;
    let bytes = 0;
    const take = (row: Row, length: number): void => {
      rows += 1;
      bytes += length;
      this.#take(row, length);
    };
    const ended = (error: Error | null): void => {
      // It may have stopped for a portion just before the end; a connection that is not read from cannot be closed.
      this.#socket.resume();
      this.#failure ??= this.#limit.exceeded ?? error;
      this.#state = rows < size ? 'ended' : 'idle';
      this.#size = sizeFor(bytes / rows);
      this.#answer();
    };
    this.#state = 'fetching';
    this.#client.query(new Fetch(fetchStatement(size, this.#statementTimeoutMs), take, ended));
  }

  #take(row: Row, bytes: number): void {
    this.#limit.clear();
    this.#waiting.push(row);
    this.#waitingBytes += bytes;
    if (this.#waitingBytes < PORTION_BYTES || this.#asking === null) return;
    this.#socket.pause();
    this.#handOver(this.#asking);
  }

  #answer(): void {
    const asking = this.#asking;
    if (asking === null) return;
    if (this.#failure !== null) asking.reject(this.#failure);
    else if (this.#waiting.length > 0 || this.#state === 'ended') this.#handOver(asking);
    else this.#fetch();
  }

  #handOver(asking: Asking): void {
    const rows = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#asking = null;
    asking.resolve(rows);
  }
}

function sizeFor(bytesPerRow: number): number {
  const rows = Math.floor(PORTION_BYTES / 2 / bytesPerRow);
  return Math.min(Math.max(rows, 1), MAX_ROWS);
}

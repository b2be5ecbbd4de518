import type pg from 'pg';
import { ConnectorError } from '../connector-error.ts';
import { socketOf } from './connect.ts';

/** Hangs up on a database that has sent more than `limit` bytes since it was last cleared: a row is only seen when all of it is here. */
export class ByteLimit {
  #received = 0;
  #exceeded: ConnectorError | null = null;

  constructor(client: pg.Client, limit: number, message: string) {
    const socket = socketOf(client);
    socket.prependListener('data', (chunk: Buffer) => {
      this.#received += chunk.length;
      if (this.#received <= limit) return;
      this.#exceeded = new ConnectorError('query.too-large', message);
      socket.destroy(this.#exceeded);
    });
  }

  /** What whoever waits for the rest fails with; null as long as the limit holds. */
  get exceeded(): ConnectorError | null {
    return this.#exceeded;
  }

  clear(): void {
    this.#received = 0;
  }
}

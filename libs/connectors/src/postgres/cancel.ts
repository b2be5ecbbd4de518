import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import pg from 'pg';
import { disconnect, tls } from './connect.ts';
import type { PostgresSettings } from './settings.ts';

const CANCEL_TIMEOUT_MS = 3_000;

/** What the driver's types leave out. */
interface Wire extends EventEmitter {
  readonly stream: Socket;
  connect(port: number, host: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}
interface Backend {
  readonly readyForQuery: boolean;
  readonly processID: number;
  readonly secretKey: number;
}

/**
 * Disconnects, and has the database stop the statement that is still running there: by itself it would notice only with the next row
 * it sends. Never throws: a database that cannot be reached has its statement timeout.
 */
export async function leave(client: pg.Client, settings: PostgresSettings): Promise<void> {
  const backend = client as unknown as Backend;
  const working = !backend.readyForQuery;
  await disconnect(client);
  if (working) await cancel(backend, settings);
}

// Over a connection of its own and encrypted like the first: whoever reads the key could stop statements themselves.
function cancel({ processID, secretKey }: Backend, { host, port, ssl }: PostgresSettings): Promise<void> {
  const wire = new pg.Connection({ ssl: tls[ssl] }) as unknown as Wire;
  return new Promise((resolve) => {
    const limit = setTimeout(() => wire.stream.destroy(), CANCEL_TIMEOUT_MS);
    wire.on('connect', () => (ssl === 'disable' ? wire.cancel(processID, secretKey) : wire.requestSsl()));
    wire.on('sslconnect', () => wire.cancel(processID, secretKey));
    wire.on('error', () => wire.stream.destroy());
    // The database hangs up when it has passed the request on; there is no other answer.
    wire.once('end', () => {
      clearTimeout(limit);
      resolve();
    });
    wire.connect(port, host);
  });
}

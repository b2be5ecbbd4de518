import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range that systems give out by themselves, so that nothing takes it before it is used. */
const [LOWEST, HIGHEST] = [10_000, 32_767];

/** A TCP port on loopback that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return (await whyPortTaken(port)) === null ? port : await freePort();
}

/** Why nothing of ours can listen there, as an error code such as EADDRINUSE; null when something can. */
export async function whyPortTaken(port: number, host = '127.0.0.1'): Promise<string | null> {
  const server = createServer().listen(port, host);
  return await new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.once('listening', () => server.close(() => resolve(null)));
  });
}

import { UsageError } from './config.ts';
import { whyPortTaken } from './processes/free-port.ts';

/** How the standalone calls itself where it says that it is live. */
export const PRODUCT = 'Imprimatur';

/** Refuses to start where something else listens, in words that help. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const code = await whyPortTaken(port, host);
  if (code === null) return;
  if (code === 'EADDRINUSE') {
    const whose = (await isImprimatur(port, host)) ? ' by another Imprimatur' : '';
    throw new UsageError(
      `Port ${port} is taken${whose}. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') throw new UsageError(`This user may not listen on port ${port}. Choose another with PORT.`);
  throw new UsageError(`It cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`);
}

async function isImprimatur(port: number, host: string): Promise<boolean> {
  const at = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  try {
    const answer = await fetch(`http://${at}:${port}/health/live`, { signal: AbortSignal.timeout(2_000) });
    return ((await answer.json()) as { product?: unknown }).product === PRODUCT;
  } catch {
    return false;
  }
}

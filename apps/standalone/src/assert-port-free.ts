import { UsageError } from './config.ts';
import { whyPortTaken } from './processes/free-port.ts';

/** Refuses to start where something else listens, in words that help. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const code = await whyPortTaken(port, host);
  if (code === null) return;
  if (code === 'EADDRINUSE')
    throw new UsageError(`Port ${port} is taken. Stop what listens there, or choose another: PORT=8081 npm start`);
  if (code === 'EACCES') throw new UsageError(`This user may not listen on port ${port}. Choose another with PORT.`);
  throw new UsageError(`It cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`);
}

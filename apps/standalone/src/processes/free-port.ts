import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A TCP port on loopback that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether something listens on, or may not be bound to, this port of loopback. */
export async function isPortTaken(port: number, host = '127.0.0.1'): Promise<boolean> {
  const server = createServer().listen(port, host);
  return await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(true));
    server.once('listening', () => server.close(() => resolve(false)));
  });
}

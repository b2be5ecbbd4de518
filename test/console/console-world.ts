import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { services, type Service } from '@imprimatur/contracts';
import { ConsoleFiles, FrontDoor, freePort, Mailbox, mergedOpenApi, type Handler } from '@imprimatur/standalone';
import type { OpenAPIObject } from '@nestjs/swagger';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';

export interface ConsoleWorld extends InProcessWorld {
  /** Where browsers find it, and where links in mails lead. */
  origin: string;
}

/** The whole system in this process behind the front door of the standalone, as a browser meets it. */
export async function consoleWorld(): Promise<ConsoleWorld> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'console-world-'));
  const [world, files, mailbox] = await Promise.all([
    inProcessWorld({ PUBLIC_URL: origin }),
    ConsoleFiles.read(),
    Mailbox.open(join(folder, 'mails.jsonl')),
  ]);
  const each = <T>(of: (service: Service) => T): Record<Service, T> =>
    Object.fromEntries(services.map((service) => [service, of(service)])) as Record<Service, T>;
  const door = new FrontDoor({
    services: each((service): Handler => {
      const fastify = world.app(service).app.getHttpAdapter().getInstance();
      return (request, response) => fastify.routing(request, response);
    }),
    openapi: mergedOpenApi(each((service): OpenAPIObject => world.app(service).openapi())),
    mailbox,
    console: files,
    readiness: () => Promise.resolve({ ready: true }),
  });
  const close = async (): Promise<void> => {
    await Promise.all([world.close(), mailbox.close()]);
    await rm(folder, { recursive: true });
  };
  await door.listen(port, '127.0.0.1').catch(async (error: unknown) => {
    // What nobody closes would go on in the suites that follow.
    await close();
    throw error;
  });
  return { ...world, origin, close: () => door.close(0).then(close) };
}

import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** The paths that need no sign-in and say nothing about anybody: the architecture test knows them by this list. */
export const operationalPaths = ['/health/live', '/health/ready'] as const;

const noStore = { 'cache-control': 'no-store' };

/** `/health/live`: the event loop turns. `/health/ready`: see {@link Health}. */
export function addHealthRoutes(fastify: FastifyInstance, health: Health): void {
  fastify.get('/health/live', (_request, reply) => reply.headers(noStore).send({ live: true }));
  fastify.get('/health/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply
      .headers(noStore)
      .status(readiness.ready ? 200 : 503)
      .send(readiness);
  });
}

/** Serves `/metrics` and the health endpoints on a port of their own, which no gateway routes to. */
export async function startAdminServer(host: string, port: number, health: Health, metrics: Metrics): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', health, metrics).then(({ status, type, body }) => {
      response.writeHead(status, { ...noStore, 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return server;
}

interface PlainAnswer {
  status: number;
  type: string;
  body: string;
}

async function answer(path: string, health: Health, metrics: Metrics): Promise<PlainAnswer> {
  const json = (status: number, value: unknown): PlainAnswer => ({
    status,
    type: 'application/json',
    body: JSON.stringify(value),
  });
  if (path === '/metrics')
    return { status: 200, type: metrics.registry.contentType, body: await metrics.registry.metrics() };
  if (path === '/health/live') return json(200, { live: true });
  if (path === '/health/ready') {
    const readiness = await health.readiness();
    return json(readiness.ready ? 200 : 503, readiness);
  }
  return json(404, { title: 'Not found', status: 404 });
}

import cookie from '@fastify/cookie';
import type { Service } from '@imprimatur/contracts';
import { Clock, newId, systemClock } from '@imprimatur/kernel';
import { Bus, Freshness, messagingMigrations, prometheusBusGauges, prometheusBusMetrics } from '@imprimatur/messaging';
import type { CanActivate, DynamicModule, Provider, Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { assertStorable } from './assert-storable.ts';
import type { BackgroundTask } from './background-task.ts';
import { Commands } from './commands.ts';
import { createDataSource } from './data-source.ts';
import { Health } from './health.ts';
import { IdempotencyRetention } from './idempotency-retention.ts';
import { createLogger, Logger, nestLogger } from './logger.ts';
import { Metrics } from './metrics.ts';
import { CreateIdempotencyKey1763800000000 } from './migrations/1763800000000-create-idempotency-key.ts';
import { openApiOf, type OpenApiDescription } from './openapi/openapi.ts';
import { addHealthRoutes } from './operational-routes.ts';
import { ProblemFilter } from './problem.filter.ts';
import { PublicUrl } from './public-url.ts';
import { identityOf } from './request-identity.ts';
import { ServiceApp } from './service-app.ts';
import type { ServiceConfig } from './service-config.ts';
import { validationPipe } from './validation.pipe.ts';

/** Tables that every service has beside its own. */
export const kitMigrations: Function[] = [...messagingMigrations, CreateIdempotencyKey1763800000000];

export interface ServiceParts {
  service: Service;
  config: ServiceConfig;
  /** The Nest module that the service's controllers and use cases are wired in; `controllers` and `providers` are added to it. */
  module: Type;
  entities: Function[];
  /** The service's own; those of the kit are added. */
  migrations: Function[];
  controllers: Type[];
  providers: Provider[];
  /** In order; each is also a provider. */
  guards: Type<CanActivate>[];
  background?: Type<BackgroundTask>[];
  clock?: Clock;
  openapi: OpenApiDescription;
}

const BODY_LIMIT = 256 * 1024;

/** Puts a service together: database, bus, HTTP edge, and what use cases may ask for by class. Nothing runs until `start()`. */
export async function createService(parts: ServiceParts): Promise<ServiceApp> {
  const { service, config, guards, background = [] } = parts;
  const logger = createLogger(service, config.logLevel);
  const metrics = new Metrics(service);
  const dataSource = await createDataSource(
    {
      url: config.databaseUrl,
      poolSize: config.databasePoolSize,
      entities: parts.entities,
      migrations: [...kitMigrations, ...parts.migrations],
      applicationName: `imprimatur-${service}`,
    },
    logger,
  ).initialize();
  const bus = new Bus({
    service,
    dataSource,
    config: config.bus,
    logger,
    metrics: prometheusBusMetrics(metrics.registry),
  });
  prometheusBusGauges(metrics.registry, bus.figures);
  const health = new Health(dataSource, bus);

  const injectable: Provider[] = [
    { provide: DataSource, useValue: dataSource },
    { provide: Bus, useValue: bus },
    { provide: Freshness, useValue: bus.freshness },
    { provide: Commands, useValue: new Commands(bus.transactions) },
    { provide: Clock, useValue: parts.clock ?? systemClock },
    { provide: Logger, useValue: logger },
    { provide: Metrics, useValue: metrics },
    { provide: PublicUrl, useValue: new PublicUrl(config.publicUrl) },
  ];
  const module: DynamicModule = {
    module: parts.module,
    controllers: parts.controllers,
    providers: [
      ...injectable,
      ...parts.providers,
      ...guards.map((guard) => ({ provide: APP_GUARD, useClass: guard })),
      ...background,
    ],
  };

  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(config), {
    logger: nestLogger(logger),
  });
  await app.register(cookie);
  const fastify = app.getHttpAdapter().getInstance();
  observeRequests(fastify, logger, metrics);
  fastify.addHook('preValidation', async ({ body, query, params }) => {
    for (const input of [body, query, params]) assertStorable(input);
  });
  addHealthRoutes(fastify, health);
  const openapi = openApiOf(app, parts.openapi);
  fastify.get(`/api/openapi/${service}.json`, () => openapi);
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.connectMicroservice({ strategy: bus.server }, { deferInitialization: true });
  await app.init();
  await fastify.ready();

  const tasks: BackgroundTask[] = [
    new IdempotencyRetention(dataSource, logger),
    ...background.map((task) => app.get<BackgroundTask>(task)),
  ];
  return new ServiceApp({ service, config, app, dataSource, bus, health, metrics, logger, tasks, openapi });
}

function httpAdapter({ trustedProxies = [] }: ServiceConfig): FastifyAdapter {
  const trustProxy = trustedProxies.length > 0 && trustedProxies;
  return new FastifyAdapter({
    trustProxy,
    bodyLimit: BODY_LIMIT,
    genReqId: requestId,
    routerOptions: { maxParamLength: 200 },
  });
}

function requestId(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : newId();
}

function observeRequests(fastify: FastifyInstance, logger: Logger, metrics: Metrics): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (route.startsWith('/health/')) return;
    // How long somebody listens says nothing about how fast they were answered.
    const isStream = String(reply.getHeader('content-type')).startsWith('text/event-stream');
    if (!isStream) metrics.request(route, request.method, reply.statusCode, reply.elapsedTime / 1_000);
    logger.info(requestLine(request, route, reply.statusCode, reply.elapsedTime), 'request');
  });
}

function requestLine(request: FastifyRequest, route: string, status: number, elapsedMs: number): object {
  const identity = identityOf(request);
  return {
    method: request.method,
    route,
    status,
    ms: Math.round(elapsedMs * 10) / 10,
    requestId: request.id,
    ...(identity && { memberId: identity.memberId, workspaceId: identity.workspaceId }),
  };
}

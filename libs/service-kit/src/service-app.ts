import type { Service } from '@imprimatur/contracts';
import type { Bus } from '@imprimatur/messaging';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { DataSource } from 'typeorm';
import type { BackgroundTask } from './background-task.ts';
import type { Health } from './health.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { startAdminServer } from './operational-routes.ts';
import type { ServiceConfig } from './service-config.ts';

export interface ServiceAppParts {
  service: Service;
  config: ServiceConfig;
  app: NestFastifyApplication;
  dataSource: DataSource;
  bus: Bus;
  health: Health;
  metrics: Metrics;
  logger: Logger;
  tasks: BackgroundTask[];
  openapi: OpenAPIObject;
}

/** A service that is put together: start it, listen if it has a port of its own, close it. The order of the shutdown is here and nowhere else. */
export class ServiceApp {
  private admin: Server | undefined;
  private closing: Promise<void> | undefined;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly parts: ServiceAppParts) {}

  get app(): NestFastifyApplication {
    return this.parts.app;
  }

  get dataSource(): DataSource {
    return this.parts.dataSource;
  }

  get bus(): Bus {
    return this.parts.bus;
  }

  get health(): Health {
    return this.parts.health;
  }

  get service(): Service {
    return this.parts.service;
  }

  get logger(): Logger {
    return this.parts.logger;
  }

  openapi(): OpenAPIObject {
    return this.parts.openapi;
  }

  /** Joins the bus, starts the relay and the background work. Commands are accepted from now on. */
  async start(): Promise<void> {
    const { app, bus, tasks } = this.parts;
    await app.startAllMicroservices();
    await bus.startRelay();
    for (const task of tasks) await task.start();
  }

  /** Opens the service's own port. In the standalone, requests arrive by `app` instead. */
  async listen(): Promise<void> {
    const { app, config, health, metrics, logger, service } = this.parts;
    if (config.adminPort !== null) {
      metrics.collectProcess();
      this.admin = await startAdminServer(config.host, config.adminPort, health, metrics);
    }
    app.getHttpServer().on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await app.listen(config.port, config.host);
    logger.info({ host: config.host, port: config.port }, `${service} listens`);
  }

  /** Stops accepting, stops claims, finishes the batch at hand, leaves the group, closes the pools. Safe to call twice. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async shutDown(): Promise<void> {
    const { app, bus, dataSource, health, tasks } = this.parts;
    health.drain();
    const accepting = app.getHttpServer();
    const accepted = new Promise<void>((resolve) =>
      accepting.listening ? accepting.close(() => resolve()) : resolve(),
    );
    for (const task of tasks) task.hangUp();
    // Browsers connect ahead of asking anything; the server would wait for what they ask.
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
    await accepted;
    await Promise.all(tasks.map((task) => task.stop()));
    await bus.stopClaims();
    await app.close();
    await bus.close();
    await dataSource.destroy();
    await new Promise<void>((resolve) => (this.admin ? this.admin.close(() => resolve()) : resolve()));
  }
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { services, type Service } from '@imprimatur/contracts';
import type { BusConfig } from '@imprimatur/messaging';
import type { ServiceApp } from '@imprimatur/service-kit';
import { until } from './api/until.ts';
import type { StandaloneConfig } from './config.ts';
import { ConsoleFiles } from './front-door/console-files.ts';
import { FrontDoor, type Handler } from './front-door/front-door.ts';
import { mergedOpenApi } from './front-door/merged-openapi.ts';
import { lockHome } from './home-lock.ts';
import { isComplete, remember, rememberedDatabase, usableDatabase } from './kept-data.ts';
import { EmbeddedKafka } from './kafka/embedded-kafka.ts';
import { Mailbox } from './mailbox/mailbox.ts';
import { deserted } from './postgres/deserted.ts';
import { EmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { reachablePlace } from './postgres/reachable-place.ts';
import { assertPortFree } from './assert-port-free.ts';
import { allOrNone } from './all-or-none.ts';
import { stopLeftOver } from './processes/stop-left-over.ts';
import { keptSecrets, linkSealingKeysOf, type Secrets } from './secrets.ts';
import { seed } from './seeds/seed.ts';
import { closeServices, prepare, startServices, type ServiceApps } from './services/all-services.ts';
import type { Surroundings } from './services/service-environment.ts';
import { Teardown } from './teardown.ts';

/** Everything of Imprimatur in one process tree on one port. */
export interface Standalone {
  url: string;
  /** Where Postgres keeps the data: not under `home` when that is closed to the user it runs as. */
  dataPlace: string;
  apps: ServiceApps;
  postgres: EmbeddedPostgres;
  mailbox: Mailbox;
  close(): Promise<void>;
}

/** Starts it; whatever had started is stopped again when something fails, and at the next good moment once `signal` is aborted. */
export async function startStandalone(
  config: StandaloneConfig,
  signal: AbortSignal = new AbortController().signal,
): Promise<Standalone> {
  const teardown = new Teardown();
  try {
    return await start(config, teardown, signal);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(config: StandaloneConfig, teardown: Teardown, signal: AbortSignal): Promise<Standalone> {
  const { home, host, port } = config;
  const url = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  await mkdir(home, { recursive: true });
  teardown.add(await lockHome(home, url));
  await assertPortFree(port, host);
  const postgresHome = await placeOfDatabase(config);
  const secrets = await keptSecrets(home);

  signal.throwIfAborted();
  const [consoleFiles, postgres, bus, mailbox] = await allOrNone([
    ConsoleFiles.read(),
    startPostgres(postgresHome, secrets, teardown),
    startBus(config, secrets, teardown),
    openMailbox(home, teardown),
  ]);
  const around: Surroundings = {
    databaseUrl: (database) => postgres.url(database),
    bus: bus ?? { kind: 'local', databaseUrl: postgres.url('bus') },
    publicUrl: url,
    smtpUrl: mailbox.smtpUrl,
    sealingKeys: secrets.sealingKeys,
    linkSealingKeys: linkSealingKeysOf(secrets),
    signingKeySecret: secrets.signingKeySecret,
    logLevel: config.logLevel,
  };
  signal.throwIfAborted();
  await prepare(postgres, around);
  signal.throwIfAborted();
  const apps = await startServices(around);
  teardown.add(() => closeServices(apps));
  const frontDoor = new FrontDoor({
    services: perService(({ app }): Handler => {
      const fastify = app.getHttpAdapter().getInstance();
      return (request, response) => fastify.routing(request, response);
    }, apps),
    openapi: mergedOpenApi(perService((app) => app.openapi(), apps)),
    mailbox,
    console: consoleFiles,
    readiness: () => readinessOf(apps),
  });
  await frontDoor.listen(port, host);
  teardown.add(() => frontDoor.close());
  await until('every service to be ready', async () => ((await readinessOf(apps)).ready ? true : undefined), {
    withinMs: 30_000,
    everyMs: 20,
  });
  signal.throwIfAborted();
  if (!isComplete(home)) {
    if (config.seed) await seed(url, postgres, apps);
    await remember(home, postgresHome, secrets);
  }
  return { url, dataPlace: postgresHome, apps, postgres, mailbox, close: () => teardown.run() };
}

/** Where the database is since the first start, or will be when this is the first one. */
async function placeOfDatabase({ home, reset }: StandaloneConfig): Promise<string> {
  if (!reset && isComplete(home)) return await usableDatabase(home);
  const place = await reachablePlace(join(home, 'postgres'));
  // A first start that was cut short left something half made: begin again.
  for (const former of new Set([(await rememberedDatabase(home)) ?? place, place])) await clear(home, former);
  return place;
}

/** Keeps the lock, which is ours. */
async function clear(home: string, postgresHome: string): Promise<void> {
  await stopLeftOver(join(postgresHome, 'data', 'postmaster.pid'), 'postgres', 'SIGINT');
  await stopLeftOver(join(home, 'kafka', 'kafka.pid'), 'java', 'SIGTERM');
  const kept = ['complete', 'keys.json', 'mails.jsonl', 'kafka'].map((name) => join(home, name));
  for (const path of [...kept, join(postgresHome, 'data')]) await rm(path, { recursive: true, force: true });
}

async function startPostgres(home: string, secrets: Secrets, teardown: Teardown): Promise<EmbeddedPostgres> {
  const { postgresPort: port, postgresPassword: password } = secrets;
  const postgres = await EmbeddedPostgres.start({ home, port, password, kind: 'kept' });
  teardown.add(async () => {
    await deserted(postgres.url());
    await postgres.stop();
  });
  return postgres;
}

/** Undefined for the local transport, which needs nothing of its own. */
async function startBus(
  config: StandaloneConfig,
  secrets: Secrets,
  teardown: Teardown,
): Promise<BusConfig | undefined> {
  if (config.bus === 'local') return undefined;
  const { topicPrefix } = secrets;
  if (config.kafkaBrokers !== null) return { kind: 'kafka', brokers: config.kafkaBrokers, topicPrefix };
  const kafka = await EmbeddedKafka.start({
    home: join(config.home, 'kafka'),
    port: secrets.kafkaPort,
    controllerPort: secrets.kafkaControllerPort,
    throwAway: false,
  });
  teardown.add(() => kafka.stop());
  void kafka.endedByItself().then(() => {
    process.stderr.write(
      `Apache Kafka has ended by itself (its log is ${kafka.log}): press Ctrl-C and start again to go on, nothing is lost.\n`,
    );
  });
  return { kind: 'kafka', brokers: kafka.brokers, topicPrefix };
}

async function openMailbox(home: string, teardown: Teardown): Promise<Mailbox> {
  const mailbox = await Mailbox.open(join(home, 'mails.jsonl'));
  teardown.add(() => mailbox.close());
  return mailbox;
}

function perService<T>(of: (app: ServiceApp) => T, apps: ServiceApps): Record<Service, T> {
  return Object.fromEntries(services.map((service) => [service, of(apps[service])])) as Record<Service, T>;
}

async function readinessOf(apps: ServiceApps): Promise<{ ready: boolean; services: Record<string, unknown> }> {
  const answers = await Promise.all(services.map((service) => apps[service].health.readiness()));
  const byService = Object.fromEntries(services.map((service, i) => [service, answers[i]]));
  return { ready: answers.every(({ ready }) => ready), services: byService };
}

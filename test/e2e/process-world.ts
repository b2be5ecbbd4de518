import { services, type Service } from '@imprimatur/contracts';
import { ensureTopics } from '@imprimatur/messaging';
import { ServiceProcess } from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import { workspaceWithCast } from './cast-of.ts';
import { environmentOf } from './environment.ts';
import { outsideWorld } from './outside-world.ts';
import { serviceDatabases } from './service-databases.ts';
import type { World } from './world.ts';

export interface ProcessWorld extends World {
  process(service: Service): ServiceProcess;
  /** One more process of a service beside the one there is. */
  replica(service: Service): Promise<ServiceProcess>;
  /** Ends nothing: starts a service again that was killed, in the place of the old one. */
  restart(service: Service): Promise<ServiceProcess>;
}

/** The five services as five processes over real Kafka, on topics of their own. */
export async function processWorld(brokers: string[]): Promise<ProcessWorld> {
  const topicPrefix = `t${randomBytes(4).toString('hex')}.`;
  const [outside, databases] = await Promise.all([
    outsideWorld(),
    serviceDatabases(),
    ensureTopics({ kind: 'kafka', brokers, topicPrefix }),
  ]);
  const common = {
    ...environmentOf(outside),
    NODE_ENV: 'production',
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_TOPIC_PREFIX: topicPrefix,
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    LOG_LEVEL: 'info',
  };
  const all: ServiceProcess[] = [];
  const launch = async (service: Service): Promise<ServiceProcess> => {
    const started = await ServiceProcess.start(service, { ...common, DATABASE_URL: databases.url[service] });
    all.push(started);
    return started.ready();
  };
  const current = new Map(
    await Promise.all(services.map(async (service) => [service, await launch(service)] as const)),
  );
  const process = (service: Service): ServiceProcess => current.get(service)!;
  return {
    ...outside,
    databaseUrl: (service) => databases.url[service],
    process,
    replica: launch,
    restart: async (service) => {
      const started = await launch(service);
      current.set(service, started);
      return started;
    },
    url: (service) => process(service).url,
    workspace: (slug, plan) => workspaceWithCast(databases.url['identity-roles'], slug, plan),
    close: async () => {
      await Promise.all(all.map((started) => started.stop()));
      await Promise.all([databases.drop(), outside.close()]);
    },
  };
}

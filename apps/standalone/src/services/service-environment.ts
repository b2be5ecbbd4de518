import type { Service } from '@imprimatur/contracts';
import type { BusConfig } from '@imprimatur/messaging';

/** What the machinery around the services offers them. */
export interface Surroundings {
  databaseUrl: (database: string) => string;
  bus: BusConfig;
  publicUrl: string;
  smtpUrl: string;
  sealingKeys: string;
  linkSealingKeys: string;
  signingKeySecret: string;
  logLevel: string;
}

/** The name of the database that belongs to a service. */
export const databaseOf = (service: Service): string => service.replaceAll('-', '_');

export const BUS_DATABASE = 'bus';

/** The variables a service is configured with, as compose or Kubernetes would set them. */
export function serviceEnvironment(service: Service, around: Surroundings): Record<string, string> {
  const common = {
    DATABASE_URL: around.databaseUrl(databaseOf(service)),
    ...busVariables(around.bus),
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: around.publicUrl,
    LOG_LEVEL: around.logLevel,
  };
  const own: Record<Service, Record<string, string>> = {
    'identity-roles': { SIGNING_KEY_SECRET: around.signingKeySecret, LINK_SEALING_KEYS: around.linkSealingKeys },
    resources: { SEALING_KEYS: around.sealingKeys },
    approvals: {},
    notifications: {
      SMTP_URL: around.smtpUrl,
      MAIL_FROM: 'Imprimatur <no-reply@imprimatur.example>',
      LINK_SEALING_KEYS: around.linkSealingKeys,
    },
    scheduler: { SEALING_KEYS: around.sealingKeys },
  };
  return { ...common, ...own[service] };
}

function busVariables(bus: BusConfig): Record<string, string> {
  if (bus.kind === 'local') return { BUS: 'local', BUS_DATABASE_URL: bus.databaseUrl };
  return { BUS: 'kafka', KAFKA_BROKERS: bus.brokers.join(','), KAFKA_TOPIC_PREFIX: bus.topicPrefix ?? '' };
}

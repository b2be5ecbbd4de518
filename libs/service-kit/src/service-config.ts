import { defaultPorts, type Service } from '@imprimatur/contracts';
import type { BusConfig, KafkaBusConfig } from '@imprimatur/messaging';
import { z } from 'zod';
import { parseEnv } from './parse-env.ts';

/** What every service needs to know; each adds its own. */
export interface ServiceConfig {
  databaseUrl: string;
  databasePoolSize: number;
  bus: BusConfig;
  host: string;
  port: number;
  /** Where `/metrics` and the health endpoints are served apart from the API; null: nowhere. */
  adminPort: number | null;
  /** Where people reach the product, without a slash at the end: links in mails, cookies and origin checks follow it. */
  publicUrl: string;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed; none unless told. */
  trustedProxies?: string[];
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

const Port = z.coerce.number().int().min(0).max(65_535);
const List = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const busFields = {
  NODE_ENV: z.string().default('development'),
  BUS: z.enum(['kafka', 'local']).default('kafka'),
  KAFKA_BROKERS: List.default([]),
  KAFKA_TOPIC_PREFIX: z.string().default(''),
  KAFKA_SSL: z.stringbool().default(false),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  BUS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
};
type BusEnv = z.output<z.ZodObject<typeof busFields>>;

/** The variables every service reads, to be extended with its own: `serviceEnv('approvals').extend({…})`. */
export function serviceEnv(service: Service) {
  return z.object({
    ...busFields,
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
    HOST: z.string().default('127.0.0.1'),
    PORT: Port.default(defaultPorts[service]),
    ADMIN_PORT: Port.optional(),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .default('http://localhost:8080'),
    TRUSTED_PROXIES: List.default([]),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  });
}

export type ServiceEnv = z.output<ReturnType<typeof serviceEnv>>;

/** Reads the part of the configuration that all services share. Throws a plain sentence when the bus settings do not fit together. */
export function serviceConfigFrom(env: ServiceEnv): ServiceConfig {
  return {
    databaseUrl: env.DATABASE_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    bus: busConfigFrom(env),
    host: env.HOST,
    port: env.PORT,
    adminPort: env.ADMIN_PORT ?? null,
    publicUrl: env.PUBLIC_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
  };
}

/** The bus alone, for operators' commands that concern no single service. */
export function busConfigFromEnv(env: Record<string, string | undefined>): BusConfig {
  return busConfigFrom(parseEnv(z.object(busFields), env));
}

function busConfigFrom(env: BusEnv): BusConfig {
  if (env.BUS === 'local') {
    if (env.NODE_ENV === 'production')
      throw new Error('BUS=local is for one machine; it is refused with NODE_ENV=production');
    if (env.BUS_DATABASE_URL === undefined)
      throw new Error('BUS_DATABASE_URL is missing: BUS=local keeps its log there');
    return { kind: 'local', databaseUrl: env.BUS_DATABASE_URL };
  }
  if (env.KAFKA_BROKERS.length === 0) throw new Error('KAFKA_BROKERS is missing: host:port, separated by commas');
  return {
    kind: 'kafka',
    brokers: env.KAFKA_BROKERS,
    topicPrefix: env.KAFKA_TOPIC_PREFIX,
    ssl: env.KAFKA_SSL,
    ...saslFrom(env),
  };
}

function saslFrom(env: BusEnv): Pick<KafkaBusConfig, 'sasl'> {
  if (env.KAFKA_SASL_MECHANISM === undefined) return {};
  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  if (username === undefined || password === undefined)
    throw new Error('KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD are needed with KAFKA_SASL_MECHANISM');
  return { sasl: { mechanism: env.KAFKA_SASL_MECHANISM, username, password } as KafkaBusConfig['sasl'] };
}

import { defaultPorts, type Service } from '@imprimatur/contracts';
import type { BusConfig } from '@imprimatur/messaging';
import { z } from 'zod';
import { busConfigFrom, withBusEnv } from './bus-env.ts';
import { listOf } from './list-of.ts';
import { ProxyAddress } from './proxy-address.ts';

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

/** The variables every service reads, to be extended with its own: `serviceEnv('approvals').extend({…})`. */
export function serviceEnv(service: Service) {
  return withBusEnv({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
    HOST: z.string().default('127.0.0.1'),
    PORT: Port.default(defaultPorts[service]),
    ADMIN_PORT: Port.optional(),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .default('http://localhost:8080'),
    TRUSTED_PROXIES: listOf(ProxyAddress).default([]),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  });
}

export type ServiceEnv = z.output<ReturnType<typeof serviceEnv>>;

/** The part of the configuration that all services share. */
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

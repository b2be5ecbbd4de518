import type { BusConfig } from '@imprimatur/messaging';
import type { ServiceConfig } from '@imprimatur/service-kit';

/** What every service is told in tests: it logs nothing, and listens on loopback if it listens at all. */
export function testServiceConfig(databaseUrl: string, bus: BusConfig): ServiceConfig {
  return {
    databaseUrl,
    databasePoolSize: 10,
    bus,
    host: '127.0.0.1',
    port: 0,
    adminPort: null,
    publicUrl: 'http://localhost:8080',
    logLevel: 'silent',
  };
}

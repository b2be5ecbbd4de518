import { ConfigError } from './config-error.ts';
import type { ServiceApp } from './service-app.ts';

/**
 * Runs a service as a process of its own: starts, listens, closes in order on SIGTERM and SIGINT, and ends when its consumer
 * has crashed for good, so that whatever supervises it starts it again.
 */
export async function runService(create: () => Promise<ServiceApp>): Promise<void> {
  const service = await started(create);
  const stop = (code: number): void => {
    void service.close().then(
      () => process.exit(code),
      (error: unknown) => {
        service.logger.error({ err: error }, 'the shutdown failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop(0));
  process.once('SIGINT', () => stop(0));
  service.bus.onCrash((error) => {
    service.logger.error({ err: error }, 'a consumer crashed for good; ending the process');
    stop(1);
  });
}

async function started(create: () => Promise<ServiceApp>): Promise<ServiceApp> {
  try {
    const service = await create();
    await service.start();
    await service.listen();
    return service;
  } catch (error) {
    const text = error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}

import { parseEnv, serviceConfigFrom, serviceEnv, type ServiceConfig, SealingKeyList } from '@imprimatur/service-kit';
import { z } from 'zod';

export interface SchedulerConfig extends ServiceConfig {
  /** The keys that resources seals credentials with: `keyId:base64,…`, the first is the current one. */
  sealingKeys: string;
  /** How many runs one process works on at once. */
  runWorkers: number;
  tickIntervalMs: number;
  recheckDelayMs: number;
  runLeaseMs: number;
  runStatementTimeoutMs: number;
}

/** What is in force when nothing else is said. */
export const runDefaults = {
  runWorkers: 4,
  tickIntervalMs: 1_000,
  recheckDelayMs: 5_000,
  runLeaseMs: 30_000,
  // Shorter than the 10 minutes after which a destination takes a worker that waits for its source for stuck.
  runStatementTimeoutMs: 9 * 60_000,
} satisfies Partial<SchedulerConfig>;

const Milliseconds = z.coerce.number().int().min(10);

const Env = serviceEnv('scheduler').extend({
  SEALING_KEYS: SealingKeyList,
  RUN_WORKERS: z.coerce.number().int().min(1).max(64).default(runDefaults.runWorkers),
  TICK_INTERVAL_MS: Milliseconds.default(runDefaults.tickIntervalMs),
  RECHECK_DELAY_MS: Milliseconds.default(runDefaults.recheckDelayMs),
  RUN_LEASE_MS: Milliseconds.default(runDefaults.runLeaseMs),
  RUN_STATEMENT_TIMEOUT_MS: Milliseconds.default(runDefaults.runStatementTimeoutMs),
});

/** Reads the configuration out of the environment; throws naming every bad variable. */
export function schedulerConfigFrom(env: Record<string, string | undefined>): SchedulerConfig {
  const parsed = parseEnv(Env, env);
  return {
    ...serviceConfigFrom(parsed),
    sealingKeys: parsed.SEALING_KEYS,
    runWorkers: parsed.RUN_WORKERS,
    tickIntervalMs: parsed.TICK_INTERVAL_MS,
    recheckDelayMs: parsed.RECHECK_DELAY_MS,
    runLeaseMs: parsed.RUN_LEASE_MS,
    runStatementTimeoutMs: parsed.RUN_STATEMENT_TIMEOUT_MS,
  };
}

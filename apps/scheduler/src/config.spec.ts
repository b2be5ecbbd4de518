import { schedulerConfigFrom } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const env = {
  DATABASE_URL: 'postgres://localhost/scheduler',
  KAFKA_BROKERS: 'localhost:9092',
  SEALING_KEYS: `one:${key},two:${key}`,
};

describe('the configuration', () => {
  it('takes its defaults', () => {
    expect(schedulerConfigFrom(env)).toMatchObject({
      ...{ port: 4005, sealingKeys: env.SEALING_KEYS, runWorkers: 4 },
      ...{ tickIntervalMs: 1_000, recheckDelayMs: 5_000, runLeaseMs: 30_000 },
    });
  });

  it('names every bad variable and none of their values', () => {
    const short = Buffer.alloc(8, 7).toString('base64');
    const read = (): unknown => schedulerConfigFrom({ ...env, SEALING_KEYS: `one:${short}`, RUN_WORKERS: '0' });
    expect(read).toThrow(/SEALING_KEYS[^]*RUN_WORKERS/);
    expect(read).not.toThrow(new RegExp(short));
  });
});

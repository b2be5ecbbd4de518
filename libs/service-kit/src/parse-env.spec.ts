import { ConfigError } from './config-error.ts';
import { parseEnv } from './parse-env.ts';
import { serviceConfigFrom, serviceEnv } from './service-config.ts';

const good = { DATABASE_URL: 'postgres://app:s3cret@db/approvals', KAFKA_BROKERS: 'a:9092, b:9092' };

describe('the environment of a service', () => {
  it('is read with sensible defaults', () => {
    const config = serviceConfigFrom(parseEnv(serviceEnv('approvals'), good));
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4003,
      publicUrl: 'http://localhost:8080',
      adminPort: null,
    });
    expect(config.bus).toMatchObject({ kind: 'kafka', brokers: ['a:9092', 'b:9092'] });
  });

  it('names every bad variable at once and never a value', () => {
    const bad = { DATABASE_URL: 'mysql://root:s3cret@db', PORT: 'eighty', LOG_LEVEL: 's3cret', DATABASE_POOL_SIZE: '' };
    const refusal = (): unknown => parseEnv(serviceEnv('approvals'), bad);
    expect(refusal).toThrow(ConfigError);
    expect(refusal).toThrow(/DATABASE_URL[^]*PORT[^]*LOG_LEVEL/);
    expect(refusal).not.toThrow(/s3cret|eighty/);
  });

  it('counts an empty variable as missing', () => {
    expect(() => parseEnv(serviceEnv('approvals'), { ...good, DATABASE_URL: '' })).toThrow(/DATABASE_URL: is missing/);
  });

  it('refuses the local bus in production', () => {
    const env = { ...good, BUS: 'local', BUS_DATABASE_URL: 'postgres://app@db/bus' };
    expect(serviceConfigFrom(parseEnv(serviceEnv('approvals'), env)).bus.kind).toBe('local');
    const production = parseEnv(serviceEnv('approvals'), { ...env, NODE_ENV: 'production' });
    expect(() => serviceConfigFrom(production)).toThrow(/refused with NODE_ENV=production/);
  });

  it.each([
    [{ ...good, KAFKA_BROKERS: '' }, /KAFKA_BROKERS/],
    [{ ...good, BUS: 'local' }, /BUS_DATABASE_URL/],
    [{ ...good, KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'app' }, /KAFKA_SASL_PASSWORD/],
  ])('says which variable of the bus is missing', (env, message) => {
    expect(() => serviceConfigFrom(parseEnv(serviceEnv('approvals'), env))).toThrow(message);
  });
});

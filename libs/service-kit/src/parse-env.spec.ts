import { z } from 'zod';
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
    const production = (): unknown => parseEnv(serviceEnv('approvals'), { ...env, NODE_ENV: 'production' });
    expect(production).toThrow(/BUS: .*refused with NODE_ENV=production/);
  });

  it.each([
    [{ ...good, KAFKA_BROKERS: '' }, /KAFKA_BROKERS/],
    [{ ...good, BUS: 'local' }, /BUS_DATABASE_URL/],
    [{ ...good, KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'app' }, /KAFKA_SASL_PASSWORD/],
  ])('says which variable of the bus is missing', (env, message) => {
    expect(() => parseEnv(serviceEnv('approvals'), env)).toThrow(ConfigError);
    expect(() => parseEnv(serviceEnv('approvals'), env)).toThrow(message);
  });

  it("names what is wrong with the bus together with every other bad variable, a service's own included", () => {
    const own = serviceEnv('notifications').extend({ SMTP_URL: z.url() });
    expect(() => parseEnv(own, { PORT: 'eighty', TRUSTED_PROXIES: 'nonsense' })).toThrow(
      [
        'The configuration is not usable:',
        '  DATABASE_URL: is missing',
        '  PORT: Invalid input: expected number',
        '  TRUSTED_PROXIES: is no list of IP addresses, networks such as 10.0.0.0/8, or `loopback`',
        '  SMTP_URL: is missing',
        '  KAFKA_BROKERS: is missing: host:port, separated by commas',
      ].join('\n'),
    );
  });

  it.each(['nonsense', '10.0.0.0/33', '10.0.0.1,gateway', '::1/129', '10.0.0.0/8/8', 'true'])(
    'refuses %s as trusted proxies',
    (TRUSTED_PROXIES) => {
      expect(() => parseEnv(serviceEnv('approvals'), { ...good, TRUSTED_PROXIES })).toThrow(
        /TRUSTED_PROXIES: is no list/,
      );
    },
  );

  it('takes addresses, networks and their names as trusted proxies', () => {
    const TRUSTED_PROXIES = '10.1.2.3, fd00::/8,loopback, 192.168.0.0/16';
    expect(parseEnv(serviceEnv('approvals'), { ...good, TRUSTED_PROXIES }).TRUSTED_PROXIES).toEqual([
      '10.1.2.3',
      'fd00::/8',
      'loopback',
      '192.168.0.0/16',
    ]);
  });
});

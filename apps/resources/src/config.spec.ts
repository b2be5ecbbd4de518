import { randomBytes } from 'node:crypto';
import { resourcesConfigFrom } from './config.ts';

const key = randomBytes(32).toString('base64');
const env = {
  DATABASE_URL: 'postgres://resources@localhost/resources',
  BUS: 'local',
  BUS_DATABASE_URL: 'postgres://bus@localhost/bus',
  SEALING_KEYS: `k1:${key}`,
};

describe('the configuration', () => {
  it('is read from the environment, with the port of the service as default', () => {
    expect(resourcesConfigFrom(env)).toMatchObject({
      ...{ databaseUrl: env.DATABASE_URL, sealingKeys: env.SEALING_KEYS, port: 4002, host: '127.0.0.1' },
      bus: { kind: 'local', databaseUrl: env.BUS_DATABASE_URL },
    });
  });

  it.each([
    ['missing', undefined],
    ['no list of keys', 'nonsense'],
    ['a key that is too short', `k1:${key.slice(0, 8)}`],
    ['a key named twice', `k1:${key},k1:${key}`],
  ])('names SEALING_KEYS, and never a value, when it is %s', (_, value) => {
    const read = (): unknown => resourcesConfigFrom({ ...env, DATABASE_URL: 'not a url', SEALING_KEYS: value });
    expect(read).toThrow(/DATABASE_URL[\s\S]*SEALING_KEYS/);
    if (value !== undefined)
      expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining(value) }));
  });
});

import { standaloneConfigFrom, UsageError } from './config.ts';

const configOf = (argv: string[], env: Record<string, string> = {}) => standaloneConfigFrom(argv, env, '/checkout');

describe('the configuration of the standalone', () => {
  it('is for this machine only, unless told otherwise', () => {
    expect(configOf([])).toMatchObject({ bus: 'local', host: '127.0.0.1', port: 8080, reset: false });
  });

  it('keeps the data of each kind of bus apart', () => {
    expect([configOf([]).home, configOf(['--kafka']).home]).toEqual([
      '/checkout/.imprimatur/local',
      '/checkout/.imprimatur/kafka',
    ]);
  });

  it('takes brokers that run already', () => {
    expect(configOf(['--kafka'], { KAFKA_BROKERS: 'a:1, b:2' }).kafkaBrokers).toEqual(['a:1', 'b:2']);
  });

  it.each([
    [['--kafak'], {}],
    [[], { PORT: 'http' }],
    [[], { PORT: '70000' }],
  ])('refuses %j %j in words', (argv, env) => {
    expect(() => configOf(argv, env as Record<string, string>)).toThrow(UsageError);
  });
});

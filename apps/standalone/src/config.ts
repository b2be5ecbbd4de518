import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StandaloneConfig {
  bus: 'local' | 'kafka';
  /** Brokers that run already; null: the standalone starts one. */
  kafkaBrokers: string[] | null;
  host: string;
  port: number;
  /** Everything that is kept: data, keys, mails, logs. */
  home: string;
  reset: boolean;
  help: boolean;
  /** Off for tests that bring their own members and resources. */
  seed: boolean;
  logLevel: string;
}

/** A wrong option or variable; its message is all the user needs to see. */
export class UsageError extends Error {}

export const help = `Usage: npm start [-- OPTIONS]

Runs all of Imprimatur on this machine for trying it out: Postgres, the five services, a mailbox.

  --kafka   over real Apache Kafka: at KAFKA_BROKERS if that is set, else a broker is started (needs Java 17 and Maven)
  --reset   start afresh: everything that was kept is thrown away first
  --help    show this

  PORT           where it listens (8080)
  HOST           the address it binds to (127.0.0.1: this machine only)
  KAFKA_BROKERS  host:port, separated by commas
  LOG_LEVEL      of the services' logs (warn)

Data, keys and mails are kept under .imprimatur/ (IMPRIMATUR_HOME to change), apart for each kind of bus; the next start finds
them again.
Ctrl-C stops everything.
`;

/** Reads the command line and the environment, the only place of the standalone that does. */
export function standaloneConfigFrom(argv: string[], env: NodeJS.ProcessEnv, folder: string): StandaloneConfig {
  const options = optionsFrom(argv);
  const bus = options.kafka === true ? 'kafka' : 'local';
  return {
    bus,
    kafkaBrokers: env.KAFKA_BROKERS ? env.KAFKA_BROKERS.split(',').map((broker) => broker.trim()) : null,
    host: env.HOST ?? '127.0.0.1',
    port: portFrom(env.PORT),
    home: resolve(folder, env.IMPRIMATUR_HOME ?? '.imprimatur', bus),
    reset: options.reset === true,
    help: options.help === true,
    seed: true,
    logLevel: env.LOG_LEVEL ?? 'warn',
  };
}

function optionsFrom(argv: string[]): { kafka?: boolean; reset?: boolean; help?: boolean } {
  const boolean = { type: 'boolean' } as const;
  try {
    return parseArgs({ args: argv, options: { kafka: boolean, reset: boolean, help: boolean } }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`);
  }
}

function portFrom(text = '8080'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('PORT must be a number up to 65535.');
  return port;
}

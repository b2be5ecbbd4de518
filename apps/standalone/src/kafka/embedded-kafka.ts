import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { runApart } from '../processes/run-apart.ts';
import { stopLeftOver } from '../processes/stop-left-over.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { kafkaJars } from './kafka-jars.ts';

const CLUSTER_ID = 'aW1wcmltYXR1ci1rYWZrYQ';

export interface EmbeddedKafkaOptions {
  home: string;
  port: number;
  controllerPort: number;
  /** The folder is gone at the end. */
  throwAway: boolean;
}

const log4j = `Configuration:
  Appenders:
    Console: { name: out, PatternLayout: { pattern: "%d %p %m (%c)%n" } }
  Loggers:
    Root: { level: warn, AppenderRef: { ref: out } }
`;

/** One Apache Kafka broker (KRaft, no Docker) on loopback, from the jars of Maven Central. It ends when this process does. */
export class EmbeddedKafka {
  readonly #options: EmbeddedKafkaOptions;
  readonly #jars: string;
  #broker: SupervisedProcess | undefined;
  #stopping = false;

  private constructor(options: EmbeddedKafkaOptions, jars: string) {
    this.#options = options;
    this.#jars = jars;
  }

  /** Fetches the jars and formats the storage when that has not been done, and starts. */
  static async start(options: EmbeddedKafkaOptions): Promise<EmbeddedKafka> {
    const kafka = new EmbeddedKafka(options, await kafkaJars());
    await mkdir(options.home, { recursive: true });
    await writeFile(join(options.home, 'server.properties'), kafka.#properties());
    await writeFile(join(options.home, 'log4j2.yaml'), log4j);
    await stopLeftOver(kafka.#pidFile, 'java', 'SIGTERM');
    if (!existsSync(join(options.home, 'data', 'meta.properties'))) await kafka.#format();
    await kafka.start();
    return kafka;
  }

  get brokers(): string[] {
    return [`127.0.0.1:${this.#options.port}`];
  }

  /** Starts the broker again after `stop` or `kill`, on the same data and port. */
  async start(): Promise<void> {
    const { home, port, throwAway } = this.#options;
    this.#stopping = false;
    const memory = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
    this.#broker = await SupervisedProcess.start({
      file: 'java',
      args: [...memory, ...this.#java(), 'kafka.Kafka', 'server.properties'],
      cwd: home,
      stopSignal: 'SIGTERM',
      log: this.log,
      ...(throwAway ? { removeAtEnd: home } : {}),
    });
    await writeFile(this.#pidFile, `${this.#broker.pid}\n`);
    await this.#broker.ready(() => answers(port), 60_000);
  }

  /** Resolves when the broker has ended by itself; never when it was stopped. */
  async endedByItself(): Promise<void> {
    await this.#broker?.exited;
    if (this.#stopping) await new Promise(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#broker?.stop();
  }

  /** Kills the broker as a crash would. */
  async kill(): Promise<void> {
    await this.#broker?.kill();
  }

  get log(): string {
    return join(this.#options.home, 'kafka.log');
  }

  get #pidFile(): string {
    return join(this.#options.home, 'kafka.pid');
  }

  #java(): string[] {
    return ['-Dlog4j2.configurationFile=log4j2.yaml', '-cp', join(this.#jars, '*')];
  }

  async #format(): Promise<void> {
    const tool = ['kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', 'server.properties'];
    await runApart('java', ['-XX:TieredStopAtLevel=1', ...this.#java(), ...tool], { cwd: this.#options.home });
  }

  #properties(): string {
    const { home, port, controllerPort } = this.#options;
    const listener = `PLAINTEXT://127.0.0.1:${port}`;
    return Object.entries({
      'process.roles': 'broker,controller',
      'node.id': 1,
      'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
      listeners: `${listener},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': listener,
      'controller.listener.names': 'CONTROLLER',
      'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      'inter.broker.listener.name': 'PLAINTEXT',
      'log.dirs': join(home, 'data'),
      'offsets.topic.replication.factor': 1,
      'offsets.topic.num.partitions': 1,
      'transaction.state.log.replication.factor': 1,
      'transaction.state.log.min.isr': 1,
      'transaction.state.log.num.partitions': 1,
      'group.initial.rebalance.delay.ms': 0,
      'auto.create.topics.enable': false,
      // A broker that was killed may register again only after its old session has ended.
      'broker.session.timeout.ms': 2000,
      'broker.heartbeat.interval.ms': 500,
    })
      .map(([name, value]) => `${name}=${value}\n`)
      .join('');
  }
}

function answers(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

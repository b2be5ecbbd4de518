import { existsSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { runApart } from '../processes/run-apart.ts';
import { stopLeftOver } from '../processes/stop-left-over.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { postgresUser, type OsUser } from './postgres-user.ts';

export interface EmbeddedPostgresOptions {
  /** The folder of this cluster: data, log, and a copy of the programs if one is needed. Its parents must be reachable, see `reachablePlace`. */
  home: string;
  port: number;
  password: string;
  /** `throw-away` trades durability for speed, and the folder is gone at the end. */
  kind: 'kept' | 'throw-away';
  /** Settings of the server on top of ours, such as `max_connections`. */
  settings?: Record<string, string>;
}

const ours = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '400',
  shared_buffers: '128MB',
  log_min_messages: 'warning',
};
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** A Postgres server from the binaries that npm installed, on loopback TCP. It ends when this process does. */
export class EmbeddedPostgres {
  readonly #options: EmbeddedPostgresOptions;
  readonly #binaries: PostgresBinaries;
  readonly #user: OsUser | undefined;
  #server: SupervisedProcess | undefined;

  private constructor(options: EmbeddedPostgresOptions, binaries: PostgresBinaries, user: OsUser | undefined) {
    this.#options = options;
    this.#binaries = binaries;
    this.#user = user;
  }

  /** Creates the cluster when it is not there yet, stops a server that somebody left on it, and starts. */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const user = await postgresUser();
    await mkdir(options.home, { recursive: true, mode: 0o755 });
    const postgres = new EmbeddedPostgres(options, await postgresBinaries(user, options.home), user);
    if (!existsSync(join(postgres.dataDirectory, 'PG_VERSION'))) await postgres.#initialise();
    await stopLeftOver(join(postgres.dataDirectory, 'postmaster.pid'), 'postgres', 'SIGINT');
    await postgres.start();
    return postgres;
  }

  get dataDirectory(): string {
    return join(this.#options.home, 'data');
  }

  get port(): number {
    return this.#options.port;
  }

  url(database = 'postgres'): string {
    const { password, port } = this.#options;
    return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  }

  /** Starts the server again after `stop` or `kill`, on the same data and port. */
  async start(): Promise<void> {
    const { kind, home, port, settings } = this.#options;
    const effective = { ...ours, ...(kind === 'throw-away' ? careless : {}), ...settings };
    const log = join(home, 'postgres.log');
    this.#server = await SupervisedProcess.start({
      file: this.#binaries.postgres,
      args: [
        ...['-D', this.dataDirectory, '-p', String(port)],
        ...Object.entries(effective).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      // SIGINT is Postgres' "fast" shutdown: sessions are cut off, everything committed is kept.
      stopSignal: 'SIGINT',
      log,
      ...(this.#user === undefined ? {} : { user: this.#user }),
      ...(kind === 'throw-away' ? { removeAtEnd: home } : {}),
    });
    await this.#server.ready(async () => {
      const client = new pg.Client({ connectionString: this.url() });
      // Without a listener the server's going away under this client would end the process.
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
    }, 30_000);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  /** Kills the server as a crash would; its remaining processes end by themselves. */
  async kill(): Promise<void> {
    await this.#server?.kill();
  }

  /** Creates a database unless it is there; says whether it was created. */
  async createDatabase(name: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url() });
    await client.connect();
    try {
      const found = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (found.rowCount !== 0) return false;
      await client.query(`create database ${client.escapeIdentifier(name)}`);
      return true;
    } finally {
      await client.end();
    }
  }

  async #initialise(): Promise<void> {
    const { home, password, kind } = this.#options;
    await rm(this.dataDirectory, { recursive: true, force: true });
    await mkdir(this.dataDirectory, { mode: 0o700 });
    const passwordFile = join(home, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (this.#user !== undefined) {
      for (const path of [this.dataDirectory, passwordFile]) await chown(path, this.#user.uid, this.#user.gid);
    }
    const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
    const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    await runApart(
      this.#binaries.initdb,
      [`--pgdata=${this.dataDirectory}`, ...flags, ...locale, ...(kind === 'throw-away' ? ['--no-sync'] : [])],
      { ...this.#user, cwd: dirname(this.#binaries.initdb) },
    );
    await rm(passwordFile);
  }
}

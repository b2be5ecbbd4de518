import { identityRolesEntities, identityRolesMigrations } from '@imprimatur/identity-roles';
import { services } from '@imprimatur/contracts';
import { emptyDatabase, sourceFlags, testDatabase, workspaceRoot, type TestDatabase } from '@imprimatur/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

interface Ending {
  code: number | null;
  out: string;
  err: string;
}

/** Runs what stands behind an npm script, from sources, with this environment and no other. */
async function operate(command: string, args: string[], env: Record<string, string> = {}): Promise<Ending> {
  const child = spawn(process.execPath, [...sourceFlags, `tools/${command}.mjs`, ...args], { cwd: workspaceRoot, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

const sentence = (err: RegExp | string) => ({ code: 1, out: '', err: expect.stringMatching(err) });
const noStack = ({ err }: Ending): boolean => !/^\s+at /m.test(err);
const PUBLIC_URL = 'https://imprimatur.example.com';
const founding = ['--slug', 'acme', '--name', 'Acme', '--admin-name', 'Ada', '--admin-email', 'ada@example.com'];

describe("operators' commands", () => {
  let database: TestDatabase;
  let env: Record<string, string>;

  beforeAll(async () => {
    database = await testDatabase({ entities: identityRolesEntities, migrations: identityRolesMigrations });
    env = { DATABASE_URL_IDENTITY_ROLES: database.url, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PUBLIC_URL };
  });
  afterAll(() => database.drop());

  it('work on the database that is named for the service, whatever DATABASE_URL says', async () => {
    const first = await operate('bootstrap', founding, env);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^Workspace acme is there\.\n/) });
    const again = await operate('bootstrap', founding, env);
    expect(again).toEqual({ code: 0, out: 'There is a workspace already. Nothing was done.\n', err: '' });
    const { out } = await operate('workspace', ['list'], env);
    const [id, slug] = out.split('\t');
    expect(slug).toBe('acme');
    const sent = await operate('resnapshot', ['identity-roles', '--workspace', id!], env);
    expect(sent).toEqual({ code: 0, out: '11 rows will be sent again.\n', err: '' });
  });

  it('replace the key that tokens are signed with, given the secret that the service has', async () => {
    const [own, other] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const rotate = (SIGNING_KEY_SECRET: string) => operate('keys', ['rotate-signing'], { ...env, SIGNING_KEY_SECRET });
    expect(await rotate(own!)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Tokens are signed with the key /),
    });
    expect(await rotate(other!)).toEqual(sentence(/SIGNING_KEY_SECRET: is not the one/));
    expect(await operate('keys', ['rotate-signing'], env)).toEqual(sentence(/SIGNING_KEY_SECRET: is missing/));
  });

  it.each([
    ['bootstrap', founding],
    ['workspace', ['list']],
    ['migrate', ['identity-roles']],
    ['dead-letters', ['identity-roles', 'list']],
    ['resnapshot', ['identity-roles']],
  ])('else on the one named after the service, on the server of DATABASE_URL: %s', async (command, args) => {
    const asked: string[] = [];
    const server = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .once('data', (startup: Buffer) => {
          asked.push(/database\0([^\0]*)\0/.exec(startup.toString())?.[1] ?? '');
          socket.destroy();
        });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ending = await operate(command, args, { DATABASE_URL: `postgres://app:pw@127.0.0.1:${port}/postgres` });
    server.close();
    expect(new Set(asked)).toEqual(new Set(['identity_roles']));
    expect(ending).toEqual(sentence(/^What the command needs cannot be reached: \S+/));
    expect(noStack(ending)).toBe(true);
  });

  it('say in a sentence what people can put right', async () => {
    const bare = new URL(database.url);
    const elsewhere = Object.assign(new URL(bare), { pathname: '/nowhere_at_all' }).href;
    const refused = Object.assign(new URL(bare), { username: 'nobody_at_all', password: 'wrong' }).href;
    const empty = await emptyDatabase();
    const wrong: [string, string[], Record<string, string>, RegExp][] = [
      ['workspace', [], env, /^Name one of list, create, /],
      ['keys', [], env, /^Name one of rotate-signing\. /],
      ['workspace', ['set-plan', '--plan', 'pro'], env, /^The options are not usable:\n {2}--slug: is missing\n$/],
      ['workspace', ['list'], {}, /^DATABASE_URL_IDENTITY_ROLES is missing, and so is DATABASE_URL\.\n$/],
      ['workspace', ['list'], { DATABASE_URL: 'somewhere' }, /^DATABASE_URL is no address of a database/],
      ['workspace', ['list'], { DATABASE_URL_IDENTITY_ROLES: refused }, /^The database refused the sign-in: /],
      ['workspace', ['list'], { DATABASE_URL_IDENTITY_ROLES: empty.url }, /`npm run migrate` brings it there\.\n$/],
      ['migrate', ['identity-roles'], { DATABASE_URL_IDENTITY_ROLES: elsewhere }, /nowhere_at_all.*--create-databases/],
      ['resnapshot', ['identity-roles', '--workspace', 'acme'], env, /the id of a workspace: `npm run workspace/],
      ['resnapshot', ['identity-roles', '--workspace', crypto.randomUUID()], env, /has nothing of workspace/],
      ['dead-letters', ['identity-roles', 'retry', '0123'], env, /^There is no dead letter 0123\./],
      ['dead-letters', ['identity-roles', 'discard', 'x'], env, /have numbers, .* not x\.\n$/],
      ['topics', [], {}, /KAFKA_BROKERS: is missing/],
    ];
    for (const [command, args, environment, expected] of wrong) {
      const ending = await operate(command, args, environment);
      expect(ending).toEqual(sentence(expected));
      expect(noStack(ending)).toBe(true);
    }
    await empty.drop();
  });

  it('name what every service lacks, not only the first', async () => {
    const ending = await operate('services', [], { DATABASE_URL: 'postgres://app:pw@127.0.0.1:1/postgres' });
    expect(ending).toEqual(
      sentence(/SIGNING_KEY_SECRET: is missing[^]*SEALING_KEYS: is missing[^]*SMTP_URL: is missing/),
    );
    for (const service of services) expect(ending.err).toContain(`${service}: The configuration is not usable:`);
  });
});

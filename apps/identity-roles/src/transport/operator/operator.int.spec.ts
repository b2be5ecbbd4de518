import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { identityRolesMigrations } from '../../create-identity-roles-app.ts';
import { identityRolesEntities } from '../../persistence/identity-roles-entities.ts';
import { bootstrap } from './bootstrap.ts';
import { seedWorkspace, type WorkspaceSeed } from './seed-workspace.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const admin = { name: 'Ada', email: 'ada@example.com' };

describe('operators', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase({ entities: identityRolesEntities, migrations: identityRolesMigrations });
  });
  afterEach(() => database.drop());

  const count = async (table: string): Promise<number> => {
    const rows: { n: number }[] = await database.dataSource.query(`select count(*)::int as n from ${table}`);
    return rows[0]!.n;
  };

  describe('founding the first workspace', () => {
    const founding = { slug: 'acme', name: 'Acme', plan: 'business', admin } as const;

    it('do so once, however often and at once they try', async () => {
      const outcomes = await Promise.all([1, 2, 3].map(() => bootstrap(database.dataSource, founding)));
      expect(outcomes.filter((outcome) => outcome !== null)).toEqual([
        { workspace: expect.objectContaining({ slug: 'acme', plan: 'business' }), secret: expect.any(String) },
      ]);
      expect(await bootstrap(database.dataSource, { ...founding, slug: 'other' })).toBeNull();
      expect(await Promise.all(['workspace', 'role', 'member', 'one_time_link', 'outbox'].map(count))).toEqual([
        1, 9, 1, 1, 11,
      ]);
    });
  });

  describe('seeding', () => {
    const seed: WorkspaceSeed = {
      slug: 'acme',
      name: 'Acme',
      plan: 'business',
      settings: { requireApprovals: true },
      members: [
        { key: 'ada', ...admin, password: 'correct horse battery', roleKey: 'admin' },
        {
          key: 'dana',
          name: 'Dana',
          email: 'Dana@Example.com',
          password: 'correct horse battery',
          roleKey: 'workspace-draft-editor',
        },
      ],
    };

    it('finds the same ids again and changes nothing', async () => {
      const first = await seedWorkspace(database.dataSource, seed);
      const events = await count('outbox');
      const second = await seedWorkspace(database.dataSource, { ...seed, name: 'Renamed', plan: 'free' });
      expect(first).toEqual({
        workspaceId: expect.any(String),
        memberIds: { ada: expect.any(String), dana: expect.any(String) },
        created: true,
      });
      expect(second).toEqual({ ...first, created: false });
      expect(await count('outbox')).toBe(events);
    });

    it('refuses settings that the plan does not have, and leaves nothing', async () => {
      await expect(seedWorkspace(database.dataSource, { ...seed, plan: 'free' })).rejects.toMatchObject({
        code: 'plan.business-required',
      });
      expect(await count('workspace')).toBe(0);
    });
  });

  describe('on the command line', () => {
    const command = async (
      name: string,
      ...args: string[]
    ): Promise<{ code: number; stdout: string; stderr: string }> => {
      const env = {
        PATH: process.env['PATH'],
        DATABASE_URL: database.url,
        PUBLIC_URL: 'https://imprimatur.example.com',
      };
      const main = `apps/identity-roles/src/transport/operator/${name}.main.ts`;
      const node = ['--import', './tools/swc-hook.mjs', '--conditions=@imprimatur/source', main, ...args];
      try {
        return { code: 0, ...(await run(process.execPath, node, { cwd: root, env })) };
      } catch (error) {
        return error as { code: number; stdout: string; stderr: string };
      }
    };
    const founding = ['--slug', 'acme', '--name', 'Acme', '--admin-name', 'Ada', '--admin-email', 'ada@example.com'];

    it('found, list, change and invite', async () => {
      expect(await command('bootstrap', ...founding)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(
          /^Workspace acme is there\.\nada@example\.com chooses .*:\nhttps:\/\/imprimatur\.example\.com\/set-password#token=[\w-]{43}\n$/,
        ),
      });
      expect(await command('bootstrap', ...founding)).toMatchObject({
        code: 0,
        stdout: 'There is a workspace already. Nothing was done.\n',
      });
      expect(await command('workspace', 'set-plan', '--slug', 'acme', '--plan', 'business')).toMatchObject({ code: 0 });
      expect(await command('workspace', 'list')).toMatchObject({ code: 0, stdout: 'acme\tbusiness\tAcme\n' });
      const invited = [
        '--slug',
        'acme',
        '--name',
        'Dana',
        '--email',
        'dana@example.com',
        '--role',
        'workspace-draft-editor',
      ];
      expect(await command('workspace', 'add-member', ...invited)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('#token='),
      });
      expect(await command('workspace', 'password-link', '--email', 'dana@example.com')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('#token='),
      });
    }, 30_000);

    it('are told plainly what is wrong', async () => {
      expect(await command('workspace', 'set-plan', '--slug', 'nowhere', '--plan', 'pro')).toMatchObject({
        code: 1,
        stderr: 'There is no such workspace.\n',
      });
      expect(await command('workspace', 'set-plan', '--slug', 'acme', '--plan', 'gold')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('--plan'),
      });
      expect(await command('workspace', 'destroy')).toMatchObject({
        code: 1,
        stderr: 'There is no command "destroy". See workspace --help.\n',
      });
      expect(await command('bootstrap', '--help')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('--admin-email'),
      });
    }, 30_000);
  });
});

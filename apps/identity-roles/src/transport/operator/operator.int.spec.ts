import { testDatabase, type TestDatabase } from '@imprimatur/testing';
import { identityRolesMigrations } from '../../create-identity-roles-app.ts';
import { identityRolesEntities } from '../../persistence/identity-roles-entities.ts';
import { bootstrap } from '../../use-cases/operator/bootstrap.ts';
import { resnapshotIdentity } from '../../use-cases/operator/resnapshot-identity.ts';
import { seedWorkspace, type WorkspaceSeed } from '../../use-cases/operator/seed-workspace.ts';
import { readOptions } from './run-operator-command.ts';
import { workspaceCommands } from './workspace-commands.ts';

const PUBLIC_URL = 'https://imprimatur.example.com';
const admin = { name: 'Ada', email: 'ada@example.com' };
const password = 'correct horse battery';
const seed: WorkspaceSeed = {
  slug: 'acme',
  name: 'Acme',
  plan: 'business',
  settings: { requireApprovals: true },
  members: [
    { key: 'ada', ...admin, password, roleKey: 'admin' },
    { key: 'dana', name: 'Dana', email: 'Dana@Example.com', password, roleKey: 'workspace-draft-editor' },
  ],
};

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
  const states = (): Promise<{ type: string; data: object }[]> =>
    database.dataSource.query('select type, data from outbox order by id');

  it('found the first workspace once, however often and at once they try', async () => {
    const founding = { slug: 'acme', name: 'Acme', plan: 'business', admin } as const;
    const outcomes = await Promise.all([1, 2, 3].map(() => bootstrap(database.dataSource, founding)));
    expect(outcomes.filter((outcome) => outcome !== null)).toEqual([
      { workspace: expect.objectContaining({ slug: 'acme', plan: 'business' }), secret: expect.any(String) },
    ]);
    expect(await bootstrap(database.dataSource, { ...founding, slug: 'other' })).toBeNull();
    const tables = ['workspace', 'role', 'member', 'one_time_link', 'outbox'];
    expect(await Promise.all(tables.map(count))).toEqual([1, 9, 1, 1, 11]);
  });

  describe('seeding a workspace', () => {
    it('find the same ids again and change nothing', async () => {
      const first = await seedWorkspace(database.dataSource, seed);
      const events = await count('outbox');
      const second = await seedWorkspace(database.dataSource, { ...seed, name: 'Renamed', plan: 'free' });
      const memberIds = { ada: expect.any(String), dana: expect.any(String) };
      expect(first).toEqual({ workspaceId: expect.any(String), memberIds, created: true });
      expect(second).toEqual({ ...first, created: false });
      expect(await count('outbox')).toBe(events);
    });

    it('are refused settings that the plan does not have, and leave nothing', async () => {
      const refused = seedWorkspace(database.dataSource, { ...seed, plan: 'free' });
      await expect(refused).rejects.toMatchObject({ code: 'plan.business-required' });
      expect(await count('workspace')).toBe(0);
    });
  });

  it('send every present state again, in the order of the first time, of all workspaces or of one', async () => {
    const { workspaceId } = await seedWorkspace(database.dataSource, seed);
    await seedWorkspace(database.dataSource, { ...seed, slug: 'beta', members: [] });
    const before = await states();
    expect(await resnapshotIdentity(database.dataSource)).toBe(before.length);
    const again = (await states()).slice(before.length);
    expect(again.map(({ type }) => type)).toEqual(before.map(({ type }) => type));
    expect(new Set(again.map(({ data }) => JSON.stringify(data)))).toEqual(
      new Set(before.map(({ data }) => JSON.stringify(data))),
    );
    expect(await resnapshotIdentity(database.dataSource, workspaceId)).toBe(12);
  });

  describe('looking after workspaces', () => {
    const command = (name: string, ...args: string[]): Promise<string> => {
      const { options, run: execute } = workspaceCommands.get(name)!;
      return execute(database.dataSource, readOptions(options, args), PUBLIC_URL, {});
    };
    const link = /\nhttps:\/\/imprimatur\.example\.com\/set-password#token=[\w-]{43}$/;

    it('create, list, sell and invite', async () => {
      expect(await command('list')).toBe('There is no workspace yet.');
      const founding = ['--slug', 'acme', '--name', 'Acme', '--admin-name', 'Ada', '--admin-email', admin.email];
      expect(await command('create', ...founding)).toMatch(link);
      await command('set-plan', '--slug', 'acme', '--plan', 'business');
      expect(await command('list')).toMatch(/^[\da-f-]{36}\tacme\tbusiness\tAcme$/);
      const dana = ['--slug', 'acme', '--name', 'Dana', '--email', 'dana@example.com', '--role', 'sync-editor'];
      expect(await command('add-member', ...dana)).toMatch(link);
      expect(`\n${await command('password-link', '--email', 'dana@example.com')}`).toMatch(link);
      await expect(command('create', ...founding)).rejects.toMatchObject({ code: 'workspace.slug-taken' });
      await expect(command('add-member', ...dana)).rejects.toMatchObject({ code: 'member.exists' });
    });

    it('let an account into a second workspace, without a link to its password', async () => {
      await seedWorkspace(database.dataSource, seed);
      const second = ['--slug', 'beta', '--name', 'Beta', '--admin-name', 'Ada', '--admin-email', admin.email];
      expect(await command('create', ...second)).toBe(
        'Workspace beta is there.\nada@example.com signs in with the password they have.',
      );
    });

    it('are told plainly what is wrong', async () => {
      await expect(command('set-plan', '--slug', 'nowhere', '--plan', 'pro')).rejects.toMatchObject({
        code: 'workspace.not-found',
      });
      expect(() => command('set-plan', '--slug', 'acme', '--plan', 'gold')).toThrow(/--plan: Invalid option/);
      expect(() => command('set-plan', '--slug', 'acme')).toThrow(/\n {2}--plan: is missing$/);
      expect(() => command('set-plan', '--plann', 'pro')).toThrow(/--plann/);
    });
  });
});

import { derivedId } from '@imprimatur/kernel';
import type { Test } from 'supertest';
import { identityWorld } from './testing/identity-world.fixture.ts';

const ROUNDS = 20;

describe('the last Admin', () => {
  const world = identityWorld();

  const viewer = (): string => derivedId(world.acme.workspaceId, 'workspace-viewer');
  const admin = (): string => derivedId(world.acme.workspaceId, 'admin');
  const change = (id: string, version: number, body: object, token = world.acme.people.admin.token): Test =>
    world.send('patch', `/members/${id}`, token).set('if-match', `"${version}"`).send(body);
  const versionOf = async (id: string): Promise<number> => {
    const rows: { version: number }[] = await world.service.dataSource.query(
      'select version from member where id = $1',
      [id],
    );
    return rows[0]!.version;
  };
  const admins = async (): Promise<number> => {
    const rows = await world.service.dataSource.query('select from member where role_id = $1 and active', [admin()]);
    return (rows as unknown[]).length;
  };
  const lastAdmin = { status: 409, body: { code: 'member.last-admin' } };

  it('can be neither demoted, nor deactivated, nor removed', async () => {
    const { id } = world.acme.people.admin;
    expect(await change(id, 1, { roleId: viewer() })).toMatchObject(lastAdmin);
    expect(await change(id, 1, { active: false })).toMatchObject(lastAdmin);
    const remove = world.send('delete', `/members/${id}`, world.acme.people.admin.token).set('if-match', '"1"');
    expect(await remove).toMatchObject(lastAdmin);
    await change(id, 1, { name: 'Ada' }).expect(200);
  });

  it(`is there after two step down at once, ${ROUNDS} times`, async () => {
    const second = world.acme.people['workspace-editor'];
    for (let round = 0; round < ROUNDS; round++) {
      const promoted = await change(second.id, await versionOf(second.id), { roleId: admin() });
      expect(promoted.status).toBe(200);
      const [mine, theirs] = [await versionOf(world.acme.people.admin.id), await versionOf(second.id)];
      const answers = await Promise.all([
        change(world.acme.people.admin.id, mine, { roleId: viewer() }),
        change(second.id, theirs, { roleId: viewer() }, second.token),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await admins()).toBe(1);
      if (answers[0].status === 200) {
        await change(world.acme.people.admin.id, mine + 1, { roleId: admin() }, second.token).expect(200);
        await change(second.id, theirs, { roleId: viewer() }).expect(200);
      }
    }
  });

  it(`is there after two demote each other at once, ${ROUNDS} times`, async () => {
    const second = world.acme.people['source-admin'];
    for (let round = 0; round < ROUNDS; round++) {
      await change(second.id, await versionOf(second.id), { roleId: admin() }).expect(200);
      const [mine, theirs] = [await versionOf(world.acme.people.admin.id), await versionOf(second.id)];
      const [demoteSecond, demoteFirst] = await Promise.all([
        change(second.id, theirs, { roleId: viewer() }),
        change(world.acme.people.admin.id, mine, { roleId: viewer() }, second.token),
      ]);
      expect([demoteSecond.status, demoteFirst.status].sort()).toEqual([200, 403]);
      expect(await admins()).toBe(1);
      if (demoteFirst.status === 200) {
        await change(world.acme.people.admin.id, mine + 1, { roleId: admin() }, second.token).expect(200);
        await change(second.id, theirs, { roleId: viewer() }).expect(200);
      }
    }
  });
});

import { derivedId } from '@imprimatur/kernel';
import { identityWorld, type Workspace } from './testing/identity-world.fixture.ts';

describe('members', () => {
  const world = identityWorld();
  let beta: Workspace;

  beforeAll(async () => {
    beta = await world.workspace();
  });

  const roleId = (of: Workspace, key: string): string => derivedId(of.workspaceId, key);
  const add = (of: Workspace, body: object) => world.send('post', '/members', of.people.admin.token).send(body);
  const newcomer = (name: string, key = 'workspace-viewer') => ({
    name,
    email: `${name.toLowerCase()}@new.example.com`,
    roleId: roleId(world.acme, key),
  });
  const change = (of: Workspace, id: string, version: number, body: object) =>
    world.send('patch', `/members/${id}`, of.people.admin.token).set('if-match', `"${version}"`).send(body);
  const remove = (of: Workspace, id: string, version = 1) =>
    world.send('delete', `/members/${id}`, of.people.admin.token).set('if-match', `"${version}"`);

  describe('as a list', () => {
    it('are there for everybody, mail addresses only for those who look after members, and one’s own', async () => {
      const asAdmin = await world.send('get', '/members', beta.people.admin.token).expect(200);
      expect(asAdmin.body.items).toHaveLength(9);
      expect(asAdmin.body.items.every((m: { email: string | null }) => m.email?.includes('@'))).toBe(true);
      const { id, email, token } = beta.people['workspace-editor'];
      const asEditor = await world.send('get', '/members', token).expect(200);
      expect(asEditor.body.items.map((m: { id: string }) => m.id)).toEqual(
        asAdmin.body.items.map((m: { id: string }) => m.id),
      );
      expect(asEditor.body.items.filter((m: { email: string | null }) => m.email !== null)).toEqual([
        {
          id,
          name: 'Workspace editor',
          email,
          kind: 'person',
          active: true,
          status: 'active',
          mustRequestApproval: { models: 'none', syncs: 'none' },
          version: 1,
          role: { id: roleId(beta, 'workspace-editor'), name: 'Workspace editor' },
        },
      ]);
      expect(asEditor.text).not.toContain(beta.people.admin.email);
    });

    it('come in pages', async () => {
      const token = beta.people.admin.token;
      const first = await world.send('get', '/members?limit=5', token).expect(200);
      const second = await world.send('get', `/members?limit=5&cursor=${first.body.nextCursor}`, token).expect(200);
      expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([5, 4, null]);
      const ids = [...first.body.items, ...second.body.items].map((m: { id: string }) => m.id);
      expect(new Set(ids).size).toBe(9);
      for (const cursor of ['nonsense', Buffer.from(JSON.stringify(['\0'])).toString('base64url')])
        await world.send('get', `/members?cursor=${cursor}`, token).expect(422);
      await world.send('get', '/members?limit=201', token).expect(422);
    });
  });

  describe('being added', () => {
    it('choose a password with the link in their mail, once', async () => {
      const { body } = await add(world.acme, newcomer('Nora', 'workspace-draft-editor')).expect(201);
      const link = await world.linkOf(body.id);
      await world.signIn('nora@new.example.com').expect(401);
      await world.choosePassword(link, 'short').expect(422);
      await world.choosePassword('made-up').expect(401);
      await world.choosePassword(link).expect(204);
      expect(await world.choosePassword(link)).toMatchObject({ status: 401, body: { code: 'password-link.invalid' } });
      const signedIn = await world.signIn('nora@new.example.com').expect(200);
      expect(signedIn.body.member).toEqual({ id: body.id, name: 'Nora', email: 'nora@new.example.com' });
    });

    it('are not doubled', async () => {
      await add(world.acme, newcomer('Twin')).expect(201);
      expect(await add(world.acme, newcomer('Twin'))).toMatchObject({ status: 409, body: { code: 'member.exists' } });
      const at = await Promise.all([1, 2, 3].map(() => add(world.acme, newcomer('Rush'))));
      expect(at.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });

    it('are the same again when the request is repeated, and get one mail', async () => {
      const send = () => add(world.acme, newcomer('Again')).set('idempotency-key', 'again-1');
      const [first, second] = [await send().expect(201), await send().expect(201)];
      expect(second.body).toEqual(first.body);
      const mails = (await world.events(world.acme.workspaceId)).filter(
        ({ subject, data }) => subject === first.body.id && 'link' in data,
      );
      expect(mails).toHaveLength(1);
      await world.choosePassword(await world.linkOf(first.body.id)).expect(204);
    });

    it('are not taken over from another workspace', async () => {
      const there = { name: 'Spy', email: beta.people.admin.email, roleId: roleId(world.acme, 'workspace-viewer') };
      expect(await add(world.acme, there)).toMatchObject({ status: 409, body: { code: 'member.account-elsewhere' } });
    });

    it('get a role of this workspace', async () => {
      const foreign = { ...newcomer('Foreign'), roleId: roleId(beta, 'admin') };
      expect(await add(world.acme, foreign)).toMatchObject({ status: 404, body: { code: 'role.not-found' } });
    });
  });

  describe('being changed', () => {
    it('get another role, which the others hear of and new tokens name', async () => {
      const { id } = (await add(world.acme, newcomer('Mover'))).body;
      const { body, headers } = await change(world.acme, id, 1, {
        roleId: roleId(world.acme, 'source-admin'),
        name: 'Moved',
      }).expect(200);
      expect(body).toMatchObject({ id, name: 'Moved', role: { name: 'Source admin' }, version: 2 });
      expect(headers.etag).toBe('"2"');
      expect(await change(world.acme, id, 1, { name: 'Late' })).toMatchObject({
        status: 412,
        body: { code: 'member.stale' },
      });
      await world.send('patch', `/members/${id}`, world.acme.people.admin.token).send({ name: 'Blind' }).expect(428);
      const events = (await world.events(world.acme.workspaceId)).filter(({ subject }) => subject === id);
      const states = events.filter(({ data }) => 'seq' in data);
      expect(states.map(({ data }) => [data['seq'], data['name'], data['roleId']])).toEqual([
        [1, 'Mover', roleId(world.acme, 'workspace-viewer')],
        [2, 'Moved', roleId(world.acme, 'source-admin')],
      ]);
    });

    it('are signed out by deactivation, and may come back', async () => {
      const { id, email } = beta.people['sync-editor'];
      const { body } = await world.signIn(email, { transport: 'bearer' });
      await change(beta, id, 1, { active: false }).expect(200);
      await world.send('post', '/session/refresh').send({ refreshToken: body.refreshToken }).expect(401);
      await change(beta, id, 2, { active: true }).expect(200);
      await world.send('post', '/session/refresh').send({ refreshToken: body.refreshToken }).expect(401);
      await world.signIn(email).expect(200);
    });
  });

  describe('being removed', () => {
    it('leave nothing behind that names them', async () => {
      const { id } = (await add(world.acme, newcomer('Gone'))).body;
      const link = await world.linkOf(id);
      await remove(world.acme, id).expect(204);
      await remove(world.acme, id).expect(404);
      await world.send('get', `/members/${id}`, world.acme.people.admin.token).expect(404);
      const last = (await world.events(world.acme.workspaceId)).filter(({ subject }) => subject === id).at(-1);
      expect(last?.data).toMatchObject({ seq: 2, deleted: true, active: false, name: '', email: null });
      const accounts = await world.service.dataSource.query(`select from account where email = 'gone@new.example.com'`);
      expect(accounts).toEqual([]);
      await world.choosePassword(link).expect(401);
    });

    it('were seen as they are', async () => {
      const { id } = (await add(world.acme, newcomer('Promoted'))).body;
      await change(world.acme, id, 1, { roleId: roleId(world.acme, 'source-admin') }).expect(200);
      await world.send('delete', `/members/${id}`, world.acme.people.admin.token).expect(428);
      expect(await remove(world.acme, id)).toMatchObject({ status: 412, body: { code: 'member.stale' } });
      await remove(world.acme, id, 2).expect(204);
    });

    it('can be added again', async () => {
      const { id } = (await add(world.acme, newcomer('Back'))).body;
      await remove(world.acme, id).expect(204);
      const again = await add(world.acme, newcomer('Back')).expect(201);
      expect(again.body.id).not.toBe(id);
    });
  });

  it('of another workspace do not exist', async () => {
    const { id } = beta.people['workspace-viewer'];
    const answers = [
      await world.send('get', `/members/${id}`, world.acme.people.admin.token),
      await change(world.acme, id, 1, { name: 'Mine' }),
      await remove(world.acme, id),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { code: 'member.not-found' } });
  });
});

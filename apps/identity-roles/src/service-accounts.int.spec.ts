import type { BuiltInRoleKey } from '@imprimatur/abilities';
import { derivedId } from '@imprimatur/kernel';
import { builtInRolesOf } from './domain/role.ts';
import { MAX_TOKENS } from './domain/service-token.ts';
import { RolesRepository } from './persistence/roles.repository.ts';
import { identityWorld, type Workspace } from './testing/identity-world.fixture.ts';
import { PeopleApi } from './testing/people-api.fixture.ts';

const ended = { status: 401, body: { code: 'session.ended' } };
const invalid = { status: 401, body: { code: 'service-token.invalid' } };
const exceeds = { status: 403, body: { code: 'role.exceeds-own' } };

describe('service accounts', () => {
  const world = identityWorld();
  let ada: PeopleApi;

  beforeAll(() => {
    ada = new PeopleApi(world, world.acme);
  });

  const session = (token: string) => world.send('get', '/session', token);
  const accessOf = async (secret: string): Promise<string> => (await ada.exchange(secret).expect(200)).body.accessToken;
  const keeper = async (of: Workspace): Promise<PeopleApi> => {
    const [viewer] = builtInRolesOf(of.workspaceId).filter(({ builtIn }) => builtIn === 'workspace-viewer');
    const id = derivedId(of.workspaceId, 'keeper');
    const workspace = { ...viewer!.document.workspace, members: true };
    const document = { ...viewer!.document, id, name: 'Keeper', builtIn: false, workspace };
    await new RolesRepository().insert(world.service.dataSource.manager, [{ ...viewer!, id, builtIn: null, document }]);
    await new PeopleApi(world, of).change(of.people['workspace-viewer'].id, { roleId: id });
    return new PeopleApi(world, of, of.people['workspace-viewer'].token);
  };

  it('have a role, are listed, changed and removed like members, and have no mail address', async () => {
    const { body } = await ada.addRobot('sync-editor', 'Loader').expect(201);
    const listed = { ...body, name: 'Loader', role: { id: ada.role('sync-editor'), name: 'Sync editor' } };
    const { body: account, headers } = await ada.get(`/service-accounts/${body.id}`).expect(200);
    expect(account).toEqual({ ...listed, active: true, liveTokens: 0, lastUsedAt: null, version: 1 });
    expect(headers.etag).toBe('"1"');
    expect((await ada.get('/service-accounts')).body.items).toContainEqual(account);
    expect((await ada.member(body.id)).body).toMatchObject({ kind: 'service', email: null, status: 'active' });
    const changed = await ada.change(body.id, { name: 'Mover', roleId: ada.role('source-admin') }, '/service-accounts');
    expect(changed).toMatchObject({ status: 200, body: { name: 'Mover', role: { name: 'Source admin' }, version: 2 } });
    expect(changed.headers.etag).toBe('"2"');
    const blind = world.send('patch', `/service-accounts/${body.id}`, world.acme.people.admin.token);
    expect(await blind.set('if-match', '"1"').send({ name: 'Late' })).toMatchObject({ status: 412 });
    expect((await ada.remove(body.id, '/service-accounts')).status).toBe(204);
    await ada.get(`/service-accounts/${body.id}`).expect(404);
  });

  describe('a token', () => {
    it('has a secret that is shown once, and gets access tokens for it', async () => {
      const { id, tokenId, secret } = await ada.robot('sync-editor');
      expect(secret).toMatch(/^imprimatur_sa_[\w-]{43}$/);
      const { body } = await ada.exchange(secret).expect(200);
      expect(body.expiresAt).toBe(new Date(world.clock.now().getTime() + 600_000).toISOString());
      const { body: own } = await session(body.accessToken).expect(200);
      expect(own).toMatchObject({ member: { id, name: 'Robot', email: null }, role: { name: 'Sync editor' } });
      const tokens = await ada.get(`/service-accounts/${id}/tokens`).expect(200);
      const at = world.clock.now().toISOString();
      expect(tokens.body.items).toEqual([
        {
          ...{
            id: tokenId,
            name: 'CI',
            state: 'live',
            createdAt: at,
            expiresAt: null,
            lastUsedAt: at,
            revokedAt: null,
          },
          createdBy: { memberId: world.acme.people.admin.id, name: 'Admin' },
        },
      ]);
      expect((await ada.get(`/service-accounts/${id}`)).body).toMatchObject({ liveTokens: 1, lastUsedAt: at });
      const tables = ['service_token', 'outbox', 'idempotency_key', 'member'];
      const rows = await Promise.all(
        tables.map((table) => world.service.dataSource.query(`select t::text from ${table} t`)),
      );
      expect([secret, body.accessToken].filter((each) => JSON.stringify([rows, tokens.text]).includes(each))).toEqual(
        [],
      );
    });

    it('is made once when the request is repeated, without its secret', async () => {
      const { id } = (await ada.addRobot().expect(201)).body;
      const send = () => ada.issue(id).set('idempotency-key', 'token-1').expect(201);
      const [first, second] = [await send(), await send()];
      expect(second.body).toEqual({ ...first.body, secret: null });
      await ada.exchange(first.body.secret).expect(200);
    });

    it('expires, and nothing it gave outlives it', async () => {
      const { id } = (await ada.addRobot().expect(201)).body;
      const at = (seconds: number): string => new Date(world.clock.now().getTime() + seconds * 1_000).toISOString();
      expect(await ada.issue(id, { name: 'Past', expiresAt: at(0) })).toMatchObject({
        ...{ status: 422, body: { code: 'input.invalid', fields: [{ path: '/expiresAt' }] } },
      });
      const { secret, expiresAt } = (await ada.issue(id, { name: 'Short', expiresAt: at(60) }).expect(201)).body;
      const { body } = await ada.exchange(secret).expect(200);
      expect([expiresAt, body.expiresAt]).toEqual([at(60), at(60)]);
      world.clock.advance(60_000);
      expect(await ada.exchange(secret)).toMatchObject(invalid);
      expect((await session(body.accessToken)).status).toBe(401);
      expect((await ada.get(`/service-accounts/${id}/tokens`)).body.items).toMatchObject([{ state: 'expired' }]);
      world.clock.advance(-60_000);
    });

    it('that is revoked ends at once with what it gave; another one of the account goes on', async () => {
      const { id, tokenId, secret } = await ada.robot();
      const other: string = (await ada.issue(id, { name: 'Other' }).expect(201)).body.secret;
      const access = await accessOf(secret);
      await session(access).expect(200);
      await ada.revoke(id, tokenId).expect(204);
      await ada.revoke(id, tokenId).expect(204);
      expect(await session(access)).toMatchObject(ended);
      expect(await ada.exchange(secret)).toMatchObject(invalid);
      await session(await accessOf(other)).expect(200);
      const { version } = (await ada.get(`/service-accounts/${id}`)).body;
      expect(version).toBe(1);
      const last = (await world.events(world.acme.workspaceId)).filter(({ subject }) => subject === id).at(-1);
      expect(last!.data).toMatchObject({ seq: 2, tokensFromSeq: 2, active: true });
    });

    it('is one of a few', async () => {
      const { id, tokenId } = await ada.robot();
      for (let made = 1; made < MAX_TOKENS; made++) await ada.issue(id).expect(201);
      expect(await ada.issue(id)).toMatchObject({ status: 409, body: { code: 'service-token.too-many' } });
      await ada.revoke(id, tokenId).expect(204);
      await ada.issue(id).expect(201);
    });
  });

  it('that are deactivated stop at once, and need a new token afterwards', async () => {
    const { id, secret } = await ada.robot();
    const access = await accessOf(secret);
    await ada.change(id, { active: false }, '/service-accounts');
    expect(await session(access)).toMatchObject(ended);
    expect(await ada.exchange(secret)).toMatchObject(invalid);
    expect(await ada.issue(id)).toMatchObject({ status: 409, body: { code: 'service-account.inactive' } });
    await ada.change(id, { active: true }, '/service-accounts');
    expect(await session(access)).toMatchObject(ended);
    expect(await ada.exchange(secret)).toMatchObject(invalid);
    const { body } = await ada.issue(id).expect(201);
    await session(await accessOf(body.secret)).expect(200);
  });

  it('that are removed stop at once', async () => {
    const { id, secret } = await ada.robot();
    const access = await accessOf(secret);
    expect((await ada.remove(id, '/service-accounts')).status).toBe(204);
    expect(await session(access)).toMatchObject(ended);
    expect(await ada.exchange(secret)).toMatchObject(invalid);
  });

  it('have the rights of the role they have now', async () => {
    const { id, secret } = await ada.robot('admin');
    const access = await accessOf(secret);
    const list = () => world.send('get', '/service-accounts', access);
    await list().expect(200);
    await ada.change(id, { roleId: ada.role('workspace-viewer') }, '/service-accounts');
    expect(await list()).toMatchObject({ status: 403, body: { code: 'rights.missing' } });
  });

  it('are no people, and of no other workspace', async () => {
    const beta = new PeopleApi(world, await world.workspace());
    const { id, tokenId } = await ada.robot();
    const missing = { status: 404, body: { code: 'service-account.not-found' } };
    const strangers = [
      { api: ada, at: world.acme.people['sync-editor'].id },
      { api: beta, at: id },
    ];
    for (const { api, at } of strangers) {
      expect(await api.get(`/service-accounts/${at}`)).toMatchObject(missing);
      expect(await api.get(`/service-accounts/${at}/tokens`)).toMatchObject(missing);
      expect(await api.change(at, { name: 'Mine' }, '/service-accounts')).toMatchObject(missing);
      expect(await api.remove(at, '/service-accounts')).toMatchObject(missing);
      expect(await api.issue(at)).toMatchObject(missing);
      expect(await api.revoke(at, tokenId)).toMatchObject(missing);
    }
    const { id: other } = await ada.robot();
    expect(await ada.revoke(other, tokenId)).toMatchObject({ status: 404, body: { code: 'service-token.not-found' } });
  });

  describe('nobody grants what they do not hold', () => {
    it('by a role, by a token of an account that has it, nor by bringing one back', async () => {
      const acme = await world.workspace();
      const [admin, kim] = [new PeopleApi(world, acme), await keeper(acme)];
      const { id } = (await admin.addRobot('admin').expect(201)).body;
      expect(await kim.addRobot('admin')).toMatchObject(exceeds);
      expect(await kim.issue(id)).toMatchObject(exceeds);
      await admin.change(id, { active: false });
      expect(await kim.change(id, { active: true }, '/service-accounts')).toMatchObject(exceeds);
      const { secret } = await kim.robot('workspace-viewer');
      await session(await accessOf(secret)).expect(200);
    });

    it('nor the approval that a service account has by its role but never gives', async () => {
      const { secret } = await ada.robot('admin');
      const robot = new PeopleApi(world, world.acme, await accessOf(secret));
      const added = async (key: BuiltInRoleKey) => robot.add(`By-${key}`, key);
      const refused = await added('audience-editor');
      expect(refused).toMatchObject(exceeds);
      expect(refused.body.details.exceeding).toEqual(['sources.all.approve', 'destinations.all.approve']);
      expect(await added('workspace-draft-editor')).toMatchObject({ status: 201 });
    });
  });

  it('that guess are slowed down, those that know are not', async () => {
    const { secret } = await ada.robot();
    world.clock.advance(3_600_000);
    for (let attempt = 0; attempt < 50; attempt++) await ada.exchange(secret).expect(200);
    for (let attempt = 0; attempt < 50; attempt++) await ada.exchange('imprimatur_sa_guess').expect(401);
    expect(await ada.exchange('imprimatur_sa_guess')).toMatchObject({
      ...{ status: 429, body: { code: 'session.too-many-attempts' } },
      headers: { 'retry-after': '1' },
    });
    world.clock.advance(1_000);
    await ada.exchange(secret).expect(200);
  });
});

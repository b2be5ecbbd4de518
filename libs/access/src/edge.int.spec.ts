import type { MemberState } from '@imprimatur/contracts';
import type { Received } from '@imprimatur/messaging';
import { Metrics } from '@imprimatur/service-kit';
import { seedIdentity, seedMember, testSigner, type SeededWorkspace, type TestSigner } from '@imprimatur/testing';
import supertest, { type Test } from 'supertest';
import { IdentityProjection } from './identity-projection.consumer.ts';
import { tinyService, type TinyService } from './tiny-service.fixture.ts';

describe('the HTTP edge of every service', () => {
  let tiny: TinyService;
  let signer: TestSigner;
  let workspace: SeededWorkspace;
  let token: string;

  beforeAll(async () => {
    tiny = await tinyService();
    signer = await testSigner();
    workspace = await seedIdentity(tiny.service.dataSource, { signer });
    token = await signer.tokenFor(workspace.members.admin);
  });

  afterAll(() => tiny.close());

  const http = () => supertest(tiny.service.app.getHttpServer());
  const as = (test: Test, bearer = token): Test => test.set('authorization', `Bearer ${bearer}`);
  const create = (body: object): Test => as(http().post('/api/v1/things')).send(body);

  it('answers bad input field by field, and refuses what it does not know', async () => {
    const { status, body, type } = await create({ name: '', tags: [1], role: 'admin' });
    expect({ status, type }).toEqual({ status: 422, type: 'application/problem+json' });
    expect(body).toMatchObject({ code: 'input.invalid', status: 422, requestId: expect.any(String) });
    expect(body.fields.map(({ path }: { path: string }) => path).sort()).toEqual(['', '/name', '/tags/0']);
  });

  it('tells malformed JSON, a body that is too large, and a route that is not there apart', async () => {
    const malformed = await as(http().post('/api/v1/things')).set('content-type', 'application/json').send('{"name":');
    expect(malformed).toMatchObject({ status: 400, body: { code: 'input.malformed' } });
    const large = await create({ name: 'x'.repeat(300_000) });
    expect(large).toMatchObject({ status: 413, body: { code: 'input.too-large' } });
    const nowhere = await as(http().get('/api/v1/nothing'));
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'route.not-found' } });
  });

  it('refuses text that cannot be kept, and nesting without end', async () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);
    for (const [body, path] of [
      [{ name: 'a\u0000b' }, '/name'],
      [{ name: 'ok', tags: ['\ud800'] }, '/tags/0'],
      [{ name: nested(2_000) }, '/name/0/0'],
    ] as const)
      expect(await create(body)).toMatchObject({ status: 422, body: { code: 'input.invalid', fields: [{ path }] } });
    expect(await as(http().get('/api/v1/things/mine?x=%00'))).toMatchObject({ status: 422 });
  });

  it('keeps what a bug says to itself', async () => {
    const { status, body, text } = await create({ name: 'bug' });
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' });
    expect(text).not.toContain('password');
  });

  it('answers a repeat with the same Idempotency-Key as the first time, and refuses the key for anything else', async () => {
    const first = await create({ name: 'one' }).set('idempotency-key', 'k1').expect(201);
    const repeat = await create({ name: 'one' }).set('idempotency-key', 'k1').expect(201);
    expect(repeat.body).toEqual(first.body);
    const other = await create({ name: 'two' }).set('idempotency-key', 'k1');
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key.reused' } });
  });

  it('does an Idempotency-Key once, however many requests carry it at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => create({ name: 'racing' }).set('idempotency-key', 'k2')),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  });

  it('does not remember a command that failed', async () => {
    const failed = await create({ name: 'taken' }).set('idempotency-key', 'k3');
    expect(failed).toMatchObject({ status: 409, body: { code: 'member.exists' } });
    const { rows } = { rows: await tiny.service.dataSource.query(`select 1 from idempotency_key where key = 'k3'`) };
    expect(rows).toEqual([]);
  });

  it.each([
    [undefined, 428, 'precondition.required'],
    ['*', 422, 'precondition.invalid'],
    ['W/"7"', 422, 'precondition.invalid'],
    ['"7"', 200, undefined],
  ])('takes If-Match %p with %i', async (tag, status, code) => {
    const test = as(http().put('/api/v1/things'));
    const answer = await (tag === undefined ? test : test.set('if-match', tag));
    expect(answer).toMatchObject({ status, body: code === undefined ? { tag: '7' } : { code } });
  });

  describe('who is let in', () => {
    const mine = (bearer: string): Test => as(http().get('/api/v1/things/mine'), bearer);
    const member = () => workspace.members['workspace-viewer'];

    it('anybody to what is public, members to the rest', async () => {
      await http().get('/api/v1/things/public').expect(200, { open: true });
      const answer = await http().get('/api/v1/things/mine');
      expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } });
      await mine(await signer.tokenFor(member())).expect(200, { memberId: member().id });
    });

    it('nobody to an endpoint that declares nothing', async () => {
      expect(await as(http().get('/api/v1/things/undeclared'))).toMatchObject({
        status: 403,
        body: { code: 'rights.missing' },
      });
    });

    it.each([
      ['expired', { expiresInSeconds: -1 }, 'session.expired'],
      ['for another audience', { claims: { aud: 'elsewhere' } }, 'session.invalid'],
      ['of another issuer', { claims: { iss: 'elsewhere' } }, 'session.invalid'],
      ['of another type', { header: { typ: 'JWT' } }, 'session.invalid'],
      ['that names no member', { claims: { sub: 'root' } }, 'session.invalid'],
    ])('not with a token %s', async (_what, options, code) => {
      expect(await mine(await signer.tokenFor(member(), options))).toMatchObject({ status: 401, body: { code } });
    });

    it('not with a forged token, whatever it says of its algorithm or key', async () => {
      const [header, payload] = (await signer.tokenFor(member())).split('.') as [string, string];
      const stranger = await testSigner();
      const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const none = `${encode({ alg: 'none', typ: 'at+jwt', kid: signer.key.kid })}.${payload}.`;
      const sameKid = await stranger.tokenFor(member(), { header: { kid: signer.key.kid } });
      for (const forged of [none, `${header}.${payload}.AAAA`, sameKid])
        expect(await mine(forged)).toMatchObject({ status: 401, body: { code: 'session.invalid' } });
    });

    it('later, when the news of their rights has not arrived yet', async () => {
      const ahead = await mine(await signer.tokenFor(member(), { seq: 99 }));
      expect(ahead).toMatchObject({ status: 503, body: { code: 'rights.unconfirmed' } });
      expect(ahead.headers['retry-after']).toBe('2');
      const unknown = { id: '00000000-0000-7000-8000-00000000abcd', workspaceId: workspace.id };
      expect(await mine(await signer.tokenFor(unknown))).toMatchObject({ status: 503 });
    });

    it('no longer, once they left', async () => {
      const { id } = workspace.members['sync-editor'];
      await tiny.service.dataSource.query('update access_member set active = false where id = $1', [id]);
      const answer = await mine(await signer.tokenFor(workspace.members['sync-editor']));
      expect(answer).toMatchObject({ status: 401, body: { code: 'session.ended' } });
    });

    it('no longer with tokens that were ended, but with those of later, whatever came in between', async () => {
      const { dataSource } = tiny.service;
      const { id, workspaceId, name, email, roleId } = await seedMember(dataSource, workspace.id, {
        roleId: workspace.roles['workspace-viewer'].id,
      });
      const tokenAt = (seq: number): Promise<string> => signer.tokenFor({ id, workspaceId }, { seq });
      const hear = (seq: number, ended: object): Promise<void> => {
        const data = {
          id,
          workspaceId,
          seq,
          deleted: false,
          kind: 'person',
          name,
          email,
          roleId,
          active: true,
        } as const;
        const received = { data: { ...data, ...ended } } as Received<typeof MemberState>;
        return dataSource.transaction((tx) => new IdentityProjection().member(received, { tx }));
      };
      await mine(await tokenAt(1)).expect(200);
      await hear(3, { tokensFromSeq: 3 });
      await hear(2, {});
      expect(await mine(await tokenAt(2))).toMatchObject({ status: 401, body: { code: 'session.ended' } });
      await mine(await tokenAt(3)).expect(200);
      expect(await mine(await tokenAt(4))).toMatchObject({ status: 503 });
    });

    it('only with the right the endpoint names, and not while rights cannot be confirmed', async () => {
      const remove = (bearer: string): Test => as(http().delete('/api/v1/things'), bearer);
      expect(await remove(await signer.tokenFor(member()))).toMatchObject({
        status: 403,
        body: { code: 'rights.missing' },
      });
      expect(await remove(token)).toMatchObject({ status: 503, body: { code: 'rights.unconfirmed' } });
    });

    it('by cookie only from our own pages', async () => {
      const post = (): Test =>
        http().post('/api/v1/things').set('cookie', `imprimatur_access=${token}`).send({ name: 'by cookie' });
      await post().set('sec-fetch-site', 'same-origin').expect(201);
      await post().set('origin', 'https://imprimatur.test').expect(201);
      for (const foreign of [
        post(),
        post().set('origin', 'https://evil.test'),
        post().set('sec-fetch-site', 'cross-site'),
      ])
        expect(await foreign).toMatchObject({ status: 403, body: { code: 'session.cross-site' } });
    });
  });

  it('says of itself whether it lives and is ready, and what it offers', async () => {
    await http().get('/health/live').expect(200, { live: true });
    const { body } = await http().get('/health/ready');
    expect(body.checks).toMatchObject({ database: 'ok', migrations: 'ok', draining: 'ok' });
    const { body: openapi } = await http().get('/api/openapi/resources.json').expect(200);
    expect(openapi.openapi).toBe('3.1.0');
    expect(openapi.paths['/api/v1/things'].post.requestBody.content['application/json'].schema.required).toEqual([
      'name',
    ]);
  });

  it('is scraped for how its bus is doing', async () => {
    const text = await tiny.service.app.get(Metrics).registry.metrics();
    expect(text).toMatch(/^imprimatur_bus_outbox_unsent\{service="resources"\} 0$/m);
    expect(text).toMatch(/^imprimatur_bus_beat_age_seconds\{group="resources\.[\w.]+",service="resources"\} /m);
    expect(text).toMatch(/^imprimatur_bus_dead_letters\{group="resources\.[\w.]+",service="resources"\} 0$/m);
  });
});

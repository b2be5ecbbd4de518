import { decodeJwt, decodeProtectedHeader } from 'jose';
import { seedWorkspace } from './use-cases/operator/seed-workspace.ts';
import { identityWorld, PASSWORD } from './testing/identity-world.fixture.ts';

describe('signing in', () => {
  const world = identityWorld();

  const ada = () => world.acme.people.admin;

  it('gives a program its tokens, and a member their session', async () => {
    const { body } = await world.signIn(ada().email, { transport: 'bearer' }).expect(200);
    expect(body).toEqual({
      member: { id: ada().id, name: 'Admin', email: ada().email },
      workspace: expect.objectContaining({ id: world.acme.workspaceId, slug: world.acme.slug, plan: 'business' }),
      expiresAt: '2026-03-02T09:10:00.000Z',
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
    });
    const session = await world.send('get', '/session', body.accessToken).expect(200);
    expect(session.body).toEqual({
      member: { id: ada().id, name: 'Admin', email: ada().email },
      role: expect.objectContaining({ name: 'Admin', builtIn: true }),
      workspace: body.workspace,
      workspaces: [{ id: world.acme.workspaceId, slug: world.acme.slug, name: 'W1' }],
    });
  });

  it('names the member and the workspace in the token, and no rights', async () => {
    const { body } = await world.signIn(ada().email, { transport: 'bearer' });
    expect(decodeProtectedHeader(body.accessToken)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) });
    const issued = world.clock.now().getTime() / 1_000;
    expect(decodeJwt(body.accessToken)).toEqual({
      iss: 'imprimatur',
      aud: 'imprimatur',
      sub: ada().id,
      ws: world.acme.workspaceId,
      mseq: 1,
      iat: issued,
      exp: issued + 600,
    });
  });

  it('finds the account whatever the case of the address', async () => {
    await world.signIn(ada().email.toUpperCase()).expect(200);
  });

  it('answers a wrong password, an unknown address and a workspace of others in the same way', async () => {
    const beta = await world.workspace();
    const answers = [
      await world.signIn(ada().email, { password: 'wrong' }),
      await world.signIn('nobody@example.com'),
      await world.signIn(ada().email, { workspace: beta.slug }),
      await world.signIn(ada().email, { workspace: 'no-such' }),
    ];
    for (const { status, body, headers } of answers) {
      expect({ status, ...body }).toEqual({
        ...answers[0]!.body,
        status: 401,
        code: 'session.wrong-credentials',
        requestId: expect.any(String),
      });
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('lets an account with several workspaces choose, and starts with the first', async () => {
    const slug = 'second';
    const email = ada().email;
    const member = {
      key: 'ada',
      name: 'Ada',
      email,
      password: 'another password',
      roleKey: 'workspace-viewer',
    } as const;
    await seedWorkspace(world.service.dataSource, { slug, name: 'Second', plan: 'free', members: [member] });
    const first = await world.signIn(email).expect(200);
    expect(first.body.workspace.slug).toBe(world.acme.slug);
    const second = await world.signIn(email, { workspace: slug, transport: 'bearer' }).expect(200);
    expect(second.body.workspace.slug).toBe(slug);
    const { body } = await world.send('get', '/session', second.body.accessToken).expect(200);
    expect(body.workspaces.map((w: { slug: string }) => w.slug)).toEqual([world.acme.slug, slug]);
    await world.signIn(email, { password: 'another password' }).expect(401);
  });

  it.each([
    [{}, ['/email', '/password']],
    [{ email: 'x', password: PASSWORD }, ['/email']],
    [{ email: 'a@example.com', password: 'p'.repeat(257) }, ['/password']],
    [{ email: 'a@example.com', password: PASSWORD, role: 'admin' }, ['']],
    [{ email: { $ne: null }, password: PASSWORD }, ['/email']],
  ])('refuses %j field by field', async (body, paths) => {
    const answer = await world.send('post', '/session').send(body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(answer.body.fields.map((field: { path: string }) => field.path)).toEqual(paths);
  });

  it('ends at once for a member who is no longer active', async () => {
    const gamma = await world.workspace();
    const dana = gamma.people['workspace-draft-editor'];
    await world
      .send('patch', `/members/${dana.id}`, gamma.people.admin.token)
      .set('if-match', '"1"')
      .send({ active: false })
      .expect(200);
    expect(await world.send('get', '/session', dana.token)).toMatchObject({
      status: 401,
      body: { code: 'session.ended' },
    });
    await world.signIn(dana.email).expect(401);
  });
});

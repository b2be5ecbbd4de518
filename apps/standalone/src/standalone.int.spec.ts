import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { services } from '@imprimatur/contracts';
import { ApiClient } from './api/api-client.ts';
import { until } from './api/until.ts';
import { standaloneConfigFrom, UsageError, type StandaloneConfig } from './config.ts';
import { openFolder } from './postgres/reachable-place.ts';
import { freePort } from './processes/free-port.ts';
import { signInAs } from './seeds/sign-in-as.ts';
import { startStandalone, type Standalone } from './standalone.ts';

interface Page<Item> {
  items: Item[];
}

describe('the standalone', () => {
  let config: StandaloneConfig;
  let standalone: Standalone;

  beforeAll(async () => {
    const home = await mkdtemp(join(await openFolder(), 'standalone-spec-'));
    await chmod(home, 0o755);
    const environment = { PORT: String(await freePort()), IMPRIMATUR_HOME: home, LOG_LEVEL: 'error' };
    config = standaloneConfigFrom([], environment, '/');
    standalone = await startStandalone(config);
    // The mail about the seeded request is on its way when the start is through.
    await until('the mail', () => Promise.resolve(standalone.mailbox.mail(1)));
  }, 120_000);
  afterAll(async () => {
    await standalone.close();
    await rm(join(config.home, '..'), { recursive: true });
  }, 60_000);

  const read = (path: string): Promise<Response> => fetch(`${standalone.url}${path}`);

  it('serves every service on its one port, and says that they are ready', async () => {
    const readiness = (await (await read('/health/ready')).json()) as { ready: boolean; services: object };
    expect(readiness.ready).toBe(true);
    expect(Object.keys(readiness.services)).toEqual([...services]);
    const owned = ['/session', '/models', '/approval-requests', '/deliveries', '/runs'];
    const statuses = await Promise.all(owned.map(async (path) => (await read(`/api/v1${path}`)).status));
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
  });

  it('has pages that load nothing from elsewhere', async () => {
    for (const path of ['/mailbox', '/mailbox/1', '/mailbox/1/html', '/api/docs']) {
      const page = await read(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await read('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('says whom one can try it out as, and that they can sign in', async () => {
    const { demo } = (await (await read('/standalone.json')).json()) as {
      demo: { password: string; members: { name: string; email: string }[] };
    };
    const { email } = demo.members.find(({ name }) => name === 'Erin')!;
    const erin = await ApiClient.signIn(standalone.url, email, demo.password, 'acme');
    expect((await erin.get<Page<unknown>>('/approval-requests?tab=to-review')).items).toHaveLength(1);
  });

  it('answers what it does not know with a problem', async () => {
    for (const path of [
      '/nothing',
      '/api/v1/nothing',
      '/mailbox/999',
      '/api/docs/../../package.json',
      '/api/openapi/x.json',
    ]) {
      const answer = await read(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json',
      ]);
    }
  });

  const ofBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
  const askedByBrowser = (path: string): Promise<Response> => fetch(new URL(path, standalone.url), ofBrowser);

  it('has the console where the links of mails lead, and at every other address that is not of something else', async () => {
    const link = /http\S+\/approvals\/\S+/.exec(standalone.mailbox.mail(1)!.text)![0];
    const pages = await Promise.all(
      ['/', link, '/set-password', '/nothing'].map(async (path) => {
        const { status, headers } = await askedByBrowser(path);
        return { status, type: headers.get('content-type'), cache: headers.get('cache-control') };
      }),
    );
    expect(pages).toEqual(pages.map(() => ({ status: 200, type: 'text/html; charset=utf-8', cache: 'no-cache' })));
  });

  it('serves the console with a policy without inline scripts, and lets browsers keep what is named after its content', async () => {
    const page = await askedByBrowser('/');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    const scripts = [...(await page.text()).matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.map(([, attributes, text]) => [/ src="\//.test(attributes!), text])).toEqual(
      scripts.map(() => [true, '']),
    );
    const bundle = scripts.map(([, attributes]) => /\/assets\/[^"]+/.exec(attributes!)?.[0]).find(Boolean)!;
    const { status, headers } = await read(bundle);
    expect([status, headers.get('cache-control'), headers.get('content-encoding')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'gzip',
    ]);
  });

  it('says to browsers in a page that there is nothing', async () => {
    for (const path of ['/api/v2', '/assets/none.js', '/mailbox/999']) {
      const answer = await askedByBrowser(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ]);
    }
  });

  it('describes the API of all services in one OpenAPI 3.1 document', async () => {
    const document = (await (await read('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const path of ['/api/v1/session', '/api/v1/models', '/api/v1/approval-requests/{id}/approve', '/api/v1/runs'])
      expect(Object.keys(document.paths)).toContain(path);
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('is seeded with two published models whose syncs have run, and a request to look at', async () => {
    const erin = await signInAs(standalone.url, 'Erin', 'acme');
    const { items: runs } = await erin.get<Page<{ status: string; counts: { added: number } }>>('/runs');
    const succeeded = runs.filter(({ status }) => status === 'succeeded');
    expect(succeeded.length).toBeGreaterThanOrEqual(2);
    expect(succeeded.some(({ counts }) => counts.added > 1_000)).toBe(true);
    const { items: open } = await erin.get<Page<{ status: string }>>('/approval-requests?tab=to-review');
    expect(open.map(({ status }) => status)).toEqual(['pending']);
    expect(standalone.mailbox.mails({ to: 'erin@acme.example' })).toHaveLength(1);
  });

  it('lets somebody in whom an Admin invites, by the link in their mail, and lets a robot in until its token is revoked', async () => {
    const ada = await signInAs(standalone.url, 'Ada', 'solo');
    const { items: roles } = await ada.get<Page<{ id: string; name: string }>>('/roles');
    const roleId = roles.find(({ name }) => name === 'Sync editor')!.id;
    const email = 'nora@solo.example';
    await ada.post('/members', { name: 'Nora', email, roleId });
    const anyone = new ApiClient(standalone.url);
    const follow = async (after: number): Promise<number> => {
      const mail = await until('the mail', () => Promise.resolve(standalone.mailbox.mails({ to: email, after })[0]));
      const token = /\/set-password#token=([\w-]+)/.exec(mail.text)![1];
      await anyone.call('POST', '/session/password', { token, password: 'let-me-be-nora' });
      return mail.id;
    };
    const invitation = await follow(0);
    const nora = await ApiClient.signIn(standalone.url, email, 'let-me-be-nora', 'solo');
    await anyone.call('POST', '/session/password-reset', { email });
    await follow(invitation);
    const expectGone = (what: string, client: ApiClient): Promise<number> =>
      until(what, async () => {
        const { status } = await client.call('GET', '/runs', undefined, { expect: [200, 401] });
        return status === 401 ? status : undefined;
      });
    await expectGone('Nora to be signed out by her new password, everywhere', nora);

    const robot = await ada.post<{ id: string }>('/service-accounts', { name: 'Loader', roleId });
    const tokens = `/service-accounts/${robot.id}/tokens`;
    const { id, secret } = await ada.post<{ id: string; secret: string }>(tokens, { name: 'nightly' });
    const exchanged = await anyone.call<{ accessToken: string }>('POST', '/session/service-account', { secret });
    const loader = new ApiClient(standalone.url, exchanged.body.accessToken);
    await loader.get('/runs');
    await ada.call('DELETE', `${tokens}/${id}`);
    await expectGone('the robot to be refused by the services', loader);
  });

  it('runs once on a home and a port', async () => {
    const other = { ...config, home: `${config.home}-other` };
    await expect(startStandalone(other)).rejects.toThrow(UsageError);
    await expect(startStandalone(other)).rejects.toThrow('taken by another Imprimatur');
    await expect(startStandalone({ ...config, port: await freePort() })).rejects.toThrow(UsageError);
    expect((await read('/health/ready')).status).toBe(200);
  });

  it('finds its data, keys and mails again', async () => {
    const requestsOf = async () =>
      (await (await signInAs(standalone.url, 'Erin', 'acme')).get<Page<{ id: string }>>('/approval-requests?tab=open'))
        .items;
    const before = { requests: await requestsOf(), mails: standalone.mailbox.mails() };
    const session = await signInAs(standalone.url, 'Ada', 'solo');
    await standalone.close();
    standalone = await startStandalone(config);
    expect({ requests: await requestsOf(), mails: standalone.mailbox.mails() }).toEqual(before);
    // A token from before is still good: it was signed with a key that was kept.
    expect(await session.get('/session')).toMatchObject({ member: { name: 'Ada' } });
  }, 60_000);
});

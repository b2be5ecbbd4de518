import { localBus, seedIdentity, type LocalBus, type SeededMember } from '@imprimatur/testing';
import { ServiceWorld } from '../../test/service-world.ts';
import type { EventClass } from '../domain/event-classes.ts';
import { UnsubscribeTokensRepository } from '../persistence/unsubscribe-tokens.repository.ts';

let bus: LocalBus;
let world: ServiceWorld;
beforeAll(async () => {
  bus = await localBus();
  world = await ServiceWorld.start(bus.config);
});
afterAll(async () => {
  await world.close();
  await bus.drop();
});

const pathFor = async ({ workspaceId, id: memberId }: SeededMember, eventClass: EventClass): Promise<string> => {
  const token = await new UnsubscribeTokensRepository().of(world.own.dataSource.manager, {
    ...{ workspaceId, memberId, eventClass },
  });
  return `/api/v1/notification-preferences/unsubscribe?token=${token}`;
};
const preferencesOf = (member: SeededMember) => world.call(member, 'get', 'notification-preferences');
const allOn = { reviewRequested: true, decided: true, staleDrafts: true, comments: true, unattended: true };

describe('an unsubscribe link', () => {
  it('shows a page with a button and changes nothing, also when it is looked at often', async () => {
    const erin = world.acme.members['workspace-editor'];
    const path = await pathFor(erin, 'comments');
    for (const method of ['get', 'head', 'get'] as const) {
      const { status, headers } = await world.http[method](path);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    }
    const { text } = await world.http.get(path);
    expect(text).toContain('Stop mails about comments on requests?');
    expect(text).toContain('<form method="post"><button>');
    expect(text).toContain(world.acme.slug);
    expect((await preferencesOf(erin)).body).toEqual(allOn);
  });

  it('turns off its class and no other, of its member and nobody else, without a sign-in, once and for all', async () => {
    const { 'sync-editor': carl, 'workspace-viewer': vera } = world.acme.members;
    const path = await pathFor(carl, 'decided');
    for (let time = 0; time < 3; time++) {
      const { status, text } = await world.http.post(path);
      expect([status, text]).toEqual([200, expect.stringContaining('No more mails about decisions on requests')]);
    }
    const { body, headers } = await preferencesOf(carl);
    expect([body, headers['etag']]).toEqual([{ ...allOn, decided: false }, '"1"']);
    expect((await preferencesOf(vera)).body).toEqual(allOn);
    expect((await world.http.get(path)).text).not.toContain('<form');
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('takes the one click of a mail program as %s', async (type, body) => {
    const member = world.acme.members[type.startsWith('multipart') ? 'source-admin' : 'destination-admin'];
    const path = await pathFor(member, 'staleDrafts');
    const answer = await world.http.post(path).set('content-type', type).send(body);
    expect(answer.status).toBe(200);
    expect((await preferencesOf(member)).body).toEqual({ ...allOn, staleDrafts: false });
  });

  it('that is none of ours is refused: to people with a page, to programs with a problem', async () => {
    const path = `/api/v1/notification-preferences/unsubscribe?token=${'x'.repeat(43)}`;
    for (const method of ['get', 'post'] as const) {
      const shown = await world.http[method](path).set('accept', 'text/html,*/*');
      expect([shown.status, shown.text]).toEqual([404, expect.stringContaining('not one of ours')]);
      const { status, body } = await world.http[method](path);
      expect([status, body.code]).toEqual([404, 'unsubscribe.unknown-link']);
    }
    expect((await world.http.post('/api/v1/notification-preferences/unsubscribe')).status).toBe(422);
  });

  it('is the same in every mail of its class to a member, and different for each class, member and workspace', async () => {
    const other = await seedIdentity(world.own.dataSource, {});
    const { admin, 'sync-editor': carl } = world.acme.members;
    const paths = [
      await pathFor(admin, 'comments'),
      await pathFor(admin, 'decided'),
      await pathFor(carl, 'comments'),
      await pathFor({ ...admin, workspaceId: other.id }, 'comments'),
    ];
    expect(new Set(paths).size).toBe(4);
    expect(await pathFor(admin, 'comments')).toBe(paths[0]);
  });

  it('leads to a page that may load, run and frame nothing, and send its form nowhere else', async () => {
    const { headers, text } = await world.http.get(await pathFor(world.acme.members.admin, 'unattended'));
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(text).not.toMatch(/<script|\bon\w+=|style="|src=|https?:/);
  });
});

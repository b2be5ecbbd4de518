import type { Response } from 'supertest';
import { identityWorld, ORIGIN, type Person } from './testing/identity-world.fixture.ts';

const cookiesOf = ({ headers }: Response): string[] => (headers['set-cookie'] as unknown as string[] | undefined) ?? [];
const valueOf = (answer: Response, name: string): string | undefined =>
  cookiesOf(answer)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(/[=;]/)[1];

describe('keeping a session', () => {
  const world = identityWorld();
  let ada: Person;

  beforeAll(() => {
    ada = world.acme.people.admin;
  });

  const ended = { status: 401, body: { code: 'session.ended' } };

  describe('in a program', () => {
    const signIn = async (): Promise<string> => {
      const { body } = await world.signIn(ada.email, { transport: 'bearer' });
      return body.refreshToken;
    };
    const refresh = (refreshToken: string) => world.send('post', '/session/refresh').send({ refreshToken });

    it('takes a new refresh token each time', async () => {
      const first = await signIn();
      const second = await refresh(first).expect(200);
      expect(second.body).toEqual({
        accessToken: expect.any(String),
        refreshToken: expect.any(String),
        expiresAt: expect.any(String),
      });
      expect(second.body.refreshToken).not.toBe(first);
      expect(cookiesOf(second)).toEqual([]);
      await world.send('get', '/session', second.body.accessToken).expect(200);
      await refresh(second.body.refreshToken).expect(200);
    });

    it('ends altogether when a token is used twice', async () => {
      const stolen = await signIn();
      const { body } = await refresh(stolen).expect(200);
      expect(await refresh(stolen)).toMatchObject(ended);
      expect(await refresh(body.refreshToken)).toMatchObject(ended);
    });

    it('lets one of several win that use a token at once, and then ends', async () => {
      const token = await signIn();
      const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(token)));
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      expect(await refresh(won[0]!.body.refreshToken)).toMatchObject(ended);
    });

    it('leaves other sessions of the member alone', async () => {
      const [one, other] = [await signIn(), await signIn()];
      await refresh(one).expect(200);
      await refresh(one).expect(401);
      await refresh(other).expect(200);
    });

    it('ends two weeks after its last use', async () => {
      const token = await signIn();
      world.clock.advance(14 * 86_400_000);
      expect(await refresh(token)).toMatchObject(ended);
    });

    it('ends by signing out', async () => {
      const token = await signIn();
      await world.send('delete', '/session').send({ refreshToken: token }).expect(204);
      expect(await refresh(token)).toMatchObject(ended);
    });

    it('knows no token that it did not make', async () => {
      expect(await refresh('made-up')).toMatchObject(ended);
      expect(await world.send('post', '/session/refresh')).toMatchObject(ended);
    });
  });

  describe('in a browser', () => {
    const refresh = (cookie: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
      world.send('post', '/session/refresh').set('cookie', `imprimatur_refresh=${cookie}`).set(headers);

    it('is held in cookies that no script and no other site gets at', async () => {
      const answer = await world.signIn(ada.email).expect(200);
      expect(answer.body).not.toHaveProperty('accessToken');
      expect(answer.body).not.toHaveProperty('refreshToken');
      const attributes = cookiesOf(answer).map((cookie) => cookie.replace(/^(\w+)=[^;]+/, '$1'));
      expect(attributes).toEqual([
        'imprimatur_access; Max-Age=600; Path=/api; HttpOnly; Secure; SameSite=Strict',
        'imprimatur_refresh; Max-Age=1209600; Path=/api/v1/session; HttpOnly; Secure; SameSite=Strict',
      ]);
    });

    it('works with the cookie, and only from pages of this product where something changes', async () => {
      const access = `imprimatur_access=${valueOf(await world.signIn(ada.email), 'imprimatur_access')}`;
      const patch = (headers: Record<string, string>) =>
        world
          .send('patch', '/workspace/settings')
          .set({ cookie: access, 'if-match': '"99"', ...headers })
          .send({});
      await world.send('get', '/session').set('cookie', access).expect(200);
      const crossSite = { status: 403, body: { code: 'session.cross-site' } };
      expect(await patch({})).toMatchObject(crossSite);
      expect(await patch({ 'sec-fetch-site': 'cross-site' })).toMatchObject(crossSite);
      expect(await patch({ origin: 'https://evil.example.com' })).toMatchObject(crossSite);
      await patch({ origin: ORIGIN }).expect(412);
      await patch({ 'sec-fetch-site': 'same-origin' }).expect(412);
    });

    it('is refreshed, signed out of and signed in to by pages of this product only', async () => {
      const cookie = valueOf(await world.signIn(ada.email), 'imprimatur_refresh')!;
      const foreign = { 'sec-fetch-site': 'cross-site' };
      const crossSite = { status: 403, body: { code: 'session.cross-site' } };
      expect(await refresh(cookie, foreign)).toMatchObject(crossSite);
      expect(await refresh(cookie, {})).toMatchObject(crossSite);
      const signOut = world.send('delete', '/session').set('cookie', `imprimatur_refresh=${cookie}`).set(foreign);
      expect(await signOut).toMatchObject(crossSite);
      expect(await world.signIn(ada.email).set(foreign)).toMatchObject(crossSite);
      await refresh(cookie).expect(200);
    });

    it('survives two tabs that refresh at the same moment', async () => {
      const cookie = valueOf(await world.signIn(ada.email), 'imprimatur_refresh')!;
      const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      for (const answer of answers) expect(valueOf(answer, 'imprimatur_access')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      const successors = answers
        .map((answer) => valueOf(answer, 'imprimatur_refresh'))
        .filter((value) => value !== undefined);
      expect(successors).toHaveLength(1);
      await refresh(successors[0]!).expect(200);
    });

    it('ends when a token comes again later, and the cookies go', async () => {
      const cookie = valueOf(await world.signIn(ada.email), 'imprimatur_refresh')!;
      const successor = valueOf(await refresh(cookie), 'imprimatur_refresh')!;
      world.clock.advance(5_001);
      const reused = await refresh(cookie);
      expect(reused).toMatchObject(ended);
      expect(cookiesOf(reused)).toEqual([
        expect.stringMatching(/^imprimatur_access=; Max-Age=0; /),
        expect.stringMatching(/^imprimatur_refresh=; Max-Age=0; /),
      ]);
      expect(await refresh(successor)).toMatchObject(ended);
    });

    it('ends by signing out, with or without an access token', async () => {
      const cookie = valueOf(await world.signIn(ada.email), 'imprimatur_refresh')!;
      const signOut = () =>
        world
          .send('delete', '/session')
          .set('cookie', `imprimatur_refresh=${cookie}`)
          .set('sec-fetch-site', 'same-origin');
      expect(cookiesOf(await signOut().expect(204))).toHaveLength(2);
      await signOut().expect(204);
      expect(await refresh(cookie)).toMatchObject(ended);
    });
  });

  it('is over for a member who was removed', async () => {
    const viewer = world.acme.people['workspace-viewer'];
    const { body } = await world.signIn(viewer.email, { transport: 'bearer' });
    const admin = await world.tokenOf(ada.email);
    await world.send('delete', `/members/${viewer.id}`, admin).set('if-match', '"1"').expect(204);
    expect(await world.send('post', '/session/refresh').send({ refreshToken: body.refreshToken })).toMatchObject(ended);
  });
});

import { jest } from '@jest/globals';
import { raceRounds } from '@imprimatur/testing';
import { builtInRoleId } from './domain/role.ts';
import { identityWorld, PASSWORD } from './testing/identity-world.fixture.ts';
import { PeopleApi } from './testing/people-api.fixture.ts';
import { operatorUseCases } from './use-cases/operator/operator-use-cases.ts';

jest.setTimeout(60_000 + raceRounds * 1_000);

const rounds = Array.from({ length: raceRounds }, (_, round) => round);

/** The legal outcomes stand beside each race; whatever the order was, nothing may be left in between. */
describe(`people who act at the same moment, ${raceRounds} times each`, () => {
  const world = identityWorld();
  let ada: PeopleApi;

  beforeAll(() => {
    ada = new PeopleApi(world, world.acme);
  });

  /** What many rounds would make of wrong passwords is another test's. */
  const forgive = () => world.service.dataSource.query('delete from sign_in_throttle');
  const session = async (token: string): Promise<number> => (await world.send('get', '/session', token)).status;

  // One goes through, the other is refused: 409 member.last-admin, or 403 for who was no Admin any more when their turn came.
  it('one of the two last Admins is deactivated while the other is demoted', async () => {
    const acme = await world.workspace();
    const [admin, viewer] = ['admin', 'workspace-viewer'].map((key) => builtInRoleId(acme.workspaceId, key as 'admin'));
    const [first, second] = [acme.people.admin, acme.people['workspace-editor']];
    const [one, two] = [new PeopleApi(world, acme, first.token), new PeopleApi(world, acme, second.token)];
    expect((await one.change(second.id, { roleId: admin })).status).toBe(200);
    for (const round of rounds) {
      const byOneself = round % 2 === 0;
      const answers = await Promise.all([
        (byOneself ? one : two).change(first.id, { active: false }),
        (byOneself ? two : one).change(second.id, { roleId: viewer }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(byOneself ? [200, 409] : [200, expect.any(Number)]);
      const left: { id: string }[] = await world.service.dataSource.query(
        'select id from member where workspace_id = $1 and role_id = $2 and active',
        [acme.workspaceId, admin],
      );
      expect(left).toHaveLength(1);
      await world.service.dataSource.query(
        'update member set role_id = $2, active = true, seq = seq + 1, tokens_from_seq = 1 where id = any($1)',
        [[first.id, second.id], admin],
      );
    }
  });

  // Accepted and then revoked, or revoked and refused: either way nobody can sign in, and the link is dead.
  it.each([
    ['removed', (id: string) => ada.remove(id)],
    ['deactivated', (id: string) => ada.change(id, { active: false })],
  ])('an invitation is accepted while its member is %s', async (what, revoke) => {
    for (const round of rounds) {
      const { id, email, link } = await ada.added(`${what}${round}`);
      await forgive();
      const [accepted, revoked] = await Promise.all([world.choosePassword(link), revoke(id)]);
      expect([204, 401]).toContain(accepted.status);
      expect([200, 204]).toContain(revoked.status);
      expect((await world.choosePassword(link)).status).toBe(401);
      expect((await world.signIn(email)).status).toBe(401);
    }
  });

  // Accepted, and no invitation any more (409); or sent again, and the first link refused: then the second one works.
  it('an invitation is accepted while it is sent again', async () => {
    for (const round of rounds) {
      const { id, email, link } = await ada.added(`again${round}`);
      const [accepted, again] = await Promise.all([world.choosePassword(link), ada.inviteAgain(id)]);
      expect([`204 409`, `401 202`]).toContain(`${accepted.status} ${again.status}`);
      if (accepted.status === 401) await world.choosePassword(await world.linkOf(id)).expect(204);
      await world.signIn(email).expect(200);
    }
  });

  // Exactly one.
  it('a link is used twice', async () => {
    for (const round of rounds) {
      const { link } = await ada.added(`double${round}`);
      const answers = await Promise.all(
        ['first password', 'second password'].map((p) => world.choosePassword(link, p)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    }
  });

  // Used just before, or refused: what it gave is worth nothing afterwards.
  it.each([
    ['revoked', (id: string, tokenId: string) => ada.revoke(id, tokenId)],
    ['taken away with its deactivated account', (id: string) => ada.change(id, { active: false })],
    ['taken away with its removed account', (id: string) => ada.remove(id)],
  ])('a token is used while it is %s', async (_, end) => {
    for (let round = 0; round < raceRounds; round++) {
      const { id, tokenId, secret } = await ada.robot();
      await forgive();
      const [used, over] = await Promise.all([ada.exchange(secret), end(id, tokenId)]);
      expect([200, 401]).toContain(used.status);
      expect([200, 204]).toContain(over.status);
      if (used.status === 200) expect(await session(used.body.accessToken)).toBe(401);
      expect((await ada.exchange(secret)).status).toBe(401);
    }
  });

  // Signed in just before, or refused: neither the access token nor the refresh token of the former password is worth anything.
  it('somebody signs in while another password is chosen', async () => {
    const { email } = world.acme.people['source-admin'];
    const link = (): Promise<string> =>
      world.service.dataSource.transaction((tx) =>
        operatorUseCases(world.clock).issuePasswordLink.execute(tx, { email }),
      );
    let password = PASSWORD;
    for (const round of rounds) {
      const next = `password of round ${round}`;
      await forgive();
      const token = await link();
      const [signedIn, chosen] = await Promise.all([
        world.signIn(email, { password, transport: 'bearer' }),
        world.choosePassword(token, next),
      ]);
      expect(chosen.status).toBe(204);
      expect([200, 401]).toContain(signedIn.status);
      password = next;
      if (signedIn.status === 401) continue;
      const { accessToken, refreshToken } = signedIn.body;
      expect(await session(accessToken)).toBe(401);
      expect((await world.send('post', '/session/refresh').send({ refreshToken })).status).toBe(401);
    }
  });

  // Signed in just before, or refused: neither the access token nor the refresh token is worth anything, also when they are back.
  it('somebody signs in while they are deactivated', async () => {
    const { id, email } = world.acme.people['audience-editor'];
    for (let round = 0; round < raceRounds; round++) {
      await forgive();
      const [signedIn, away] = await Promise.all([
        world.signIn(email, { transport: 'bearer' }),
        ada.change(id, { active: false }),
      ]);
      expect(away.status).toBe(200);
      expect([200, 401]).toContain(signedIn.status);
      expect((await ada.change(id, { active: true })).status).toBe(200);
      if (signedIn.status === 401) continue;
      const { accessToken, refreshToken } = signedIn.body;
      expect(await session(accessToken)).toBe(401);
      expect((await world.send('post', '/session/refresh').send({ refreshToken })).status).toBe(401);
    }
  });
});

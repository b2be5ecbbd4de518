import { eventually } from '@imprimatur/testing';
import type { EntityManager } from 'typeorm';
import { identityWorld, type OutboxRow, type Person } from './testing/identity-world.fixture.ts';
import { PeopleApi } from './testing/people-api.fixture.ts';
import { RequestPasswordReset } from './use-cases/password-resets/request-password-reset.ts';

const HOUR_MS = 3_600_000;

describe('a new password', () => {
  const world = identityWorld();

  // Attempts of one test are forgiven in the next.
  beforeEach(() => world.clock.advance(24 * HOUR_MS));

  const ask = (email: string) => world.send('post', '/session/password-reset').send({ email });
  const person = (key: keyof typeof world.acme.people): Person => world.acme.people[key];
  const resets = async (memberId?: string): Promise<OutboxRow[]> =>
    (await world.events(world.acme.workspaceId)).filter(
      ({ type, subject }) => type.includes('reset-requested') && (memberId === undefined || subject === memberId),
    );
  /** Once everything that was asked for has been looked into. */
  const settled = (): Promise<void> =>
    eventually(async () => {
      expect(await world.service.dataSource.query('select from password_reset_request')).toEqual([]);
    });

  it('is chosen with a link in a mail, which ends the sessions there are', async () => {
    const { id, email } = person('sync-editor');
    const { body } = await world.signIn(email, { transport: 'bearer' });
    await ask(email.toUpperCase()).expect(202);
    await settled();
    const [mail] = await resets(id);
    expect(mail!.data).toEqual({
      memberId: id,
      name: 'Sync editor',
      email,
      workspaceName: world.acme.slug.toUpperCase(),
      linkId: expect.any(String),
      link: expect.objectContaining({ keyId: 'links' }),
      expiresAt: new Date(world.clock.now().getTime() + 2 * HOUR_MS).toISOString(),
    });
    const link = await world.linkOf(id);
    await world.choosePassword(link, 'another battery').expect(204);
    await world.choosePassword(link, 'a third battery').expect(401);
    await world.send('post', '/session/refresh').send({ refreshToken: body.refreshToken }).expect(401);
    await world.send('get', '/session', body.accessToken).expect(401);
    await world.signIn(email).expect(401);
    await world.signIn(email, { password: 'another battery' }).expect(200);
  });

  it('has to be chosen soon, and with the newest link', async () => {
    const { id, email } = person('source-admin');
    await ask(email).expect(202);
    await settled();
    const first = await world.linkOf(id);
    await ask(email).expect(202);
    await settled();
    const second = await world.linkOf(id);
    await world.choosePassword(first).expect(401);
    world.clock.advance(2 * HOUR_MS);
    await world.choosePassword(second).expect(401);
  });

  it('is for people with a password who are active somewhere; the answer is the same for everybody', async () => {
    const ada = new PeopleApi(world, world.acme, await world.tokenOf(person('admin').email));
    const invited = await ada.added('Invited');
    const { id: awayId, email: away } = person('destination-admin');
    await ada.change(awayId, { active: false });
    const before = (await resets()).length;
    const known = person('audience-editor');
    const answers = [];
    for (const email of ['nobody@example.com', invited.email, away, known.email]) answers.push(await ask(email));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['202 ']));
    await settled();
    expect((await resets()).slice(before).map(({ subject }) => subject)).toEqual([known.id]);
    expect(await world.linkOf(invited.id)).toBe(invited.link);
    await ask('no mail address').expect(422);
  });

  it('is asked for with the same work, whoever’s address it is', async () => {
    const statements = async (email: string): Promise<unknown[]> => {
      const runner = world.service.dataSource.createQueryRunner();
      const said: unknown[] = [];
      const query = runner.query.bind(runner);
      runner.query = ((sql: string, ...rest: [never, never]) => {
        said.push(sql);
        return query(sql, ...rest);
      }) as typeof runner.query;
      await runner.startTransaction();
      const tx: EntityManager = runner.manager;
      await world.service.app.get(RequestPasswordReset).execute(tx, { email, address: '192.0.2.7' });
      await runner.rollbackTransaction();
      await runner.release();
      return said;
    };
    const forKnown = await statements(person('admin').email);
    expect(forKnown.length).toBeGreaterThan(3);
    expect(await statements('nobody@example.com')).toEqual(forKnown);
  });

  it('fills no mailbox: three mails at once, then one now and then, and no word of that to whoever asks', async () => {
    const { id, email } = person('workspace-viewer');
    for (let asked = 0; asked < 8; asked++) {
      await ask(email).expect(202);
      await settled();
    }
    expect(await resets(id)).toHaveLength(3);
    world.clock.advance(HOUR_MS);
    await ask(email).expect(202);
    await settled();
    expect(await resets(id)).toHaveLength(4);
  });

  it('is not asked for in everybody’s name by one client', async () => {
    const pending = async (): Promise<number> => {
      const rows: unknown[] = await world.service.dataSource.query(
        `select from sign_in_throttle where key like 'reset-of:%' and attempts > 0 and last_at = $1`,
        [world.clock.now()],
      );
      return rows.length;
    };
    for (let asked = 0; asked < 35; asked++) await ask(`guess${asked}@example.com`).expect(202);
    expect(await pending()).toBe(30);
    await settled();
  });
});

import { identityWorld } from './testing/identity-world.fixture.ts';
import { ForgetEndedSessions } from './use-cases/forget-ended-sessions.ts';

const DAY = 86_400_000;

describe('what no longer decides anything', () => {
  const world = identityWorld();

  const counts = async (): Promise<Record<string, number>> => {
    const tables = ['session', 'refresh_token', 'one_time_link', 'sign_in_throttle'];
    const sql = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    const rows: Record<string, number>[] = await world.service.dataSource.query(`select ${sql}`);
    return rows[0]!;
  };
  const forget = (): Promise<void> =>
    world.service.dataSource.transaction((tx) => world.service.app.get(ForgetEndedSessions).execute(tx));

  it('is forgotten, and nothing before', async () => {
    const { email, token } = world.acme.people.admin;
    const old = await world.signIn(email, { transport: 'bearer' }).expect(200);
    await world.signIn('nobody@example.com').expect(401);
    const { body } = await world.send('get', '/roles', token);
    await world.send('post', '/members', token).send({ name: 'N', email: 'n@x.example.com', roleId: body.items[0].id });
    const { refreshToken } = old.body;
    await world.send('post', '/session/refresh').send({ refreshToken }).expect(200);
    await forget();
    const all = await counts();
    expect(all).toMatchObject({ session: 1, refresh_token: 2, one_time_link: 1 });
    expect(all['sign_in_throttle']).toBeGreaterThan(3);

    world.clock.advance(13 * DAY);
    const young = await world.signIn(email, { transport: 'bearer' }).expect(200);
    world.clock.advance(1 * DAY);
    await forget();
    expect(await counts()).toEqual({ session: 1, refresh_token: 1, one_time_link: 0, sign_in_throttle: 0 });
    await world.send('post', '/session/refresh').send({ refreshToken: young.body.refreshToken }).expect(200);
  });
});

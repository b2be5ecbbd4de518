import { identityWorld } from './testing/identity-world.fixture.ts';

describe('wrong passwords', () => {
  const world = identityWorld();

  const wrong = (email: string) => world.signIn(email, { password: 'wrong' });

  it('are slowed down, also for addresses that are nobody’s, and also for the right password then', async () => {
    for (const email of [world.acme.people.admin.email, 'nobody@example.com']) {
      for (let attempt = 0; attempt < 10; attempt++) await wrong(email).expect(401);
      const slowed = await wrong(email);
      expect(slowed).toMatchObject({ status: 429, body: { code: 'session.too-many-attempts' } });
      expect(slowed.headers['retry-after']).toBe('1');
      await world.signIn(email).expect(429);
    }
    await world.signIn(world.acme.people['source-admin'].email).expect(200);
    world.clock.advance(1_000);
    await world.signIn(world.acme.people.admin.email).expect(200);
  });

  it('are all counted when they are sent at once', async () => {
    const { email } = world.acme.people['audience-editor'];
    const answers = await Promise.all(Array.from({ length: 30 }, () => wrong(email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it('are forgiven by the right one', async () => {
    const { email } = world.acme.people['sync-editor'];
    for (let attempt = 0; attempt < 9; attempt++) await wrong(email).expect(401);
    await world.signIn(email).expect(200);
    for (let attempt = 0; attempt < 10; attempt++) await wrong(email).expect(401);
    await wrong(email).expect(429);
  });
});

import { eventually } from '@imprimatur/testing';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import { Session } from '../e2e/session.ts';
import { Traffic } from './traffic.ts';

describe('a database that is so slow that statements are cut off', () => {
  let world: InProcessWorld;

  beforeAll(async () => {
    world = await inProcessWorld();
  }, 120_000);

  afterAll(() => world.close());

  it('delays what was approved, and neither fails it nor makes it a dead letter', async () => {
    const traffic = await Traffic.in(world, `slow-${Date.now()}`);
    const erin = await Session.of(world, traffic.place, 'erin');
    const [requestId] = traffic.accepted;
    const { headers } = await eventually(() => erin.get(`/approval-requests/${requestId}`).expect(200));

    const { dataSource } = world.app('resources');
    // On every connection of the pool at once, so that none is asked twice.
    await Promise.all(
      Array.from({ length: 12 }, () =>
        dataSource.query(`select pg_sleep(0.05), set_config('statement_timeout', '200', false)`),
      ),
    );
    const held = dataSource.createQueryRunner();
    await held.startTransaction();
    await held.query('lock table resource in access exclusive mode');
    await erin
      .post(`/approval-requests/${requestId}/approve`)
      .set('if-match', headers.etag as string)
      .expect(202);
    await eventually(async () => {
      const { body } = await erin.get('/models');
      expect(body).toMatchObject({ status: 503, code: 'service.unavailable' });
    });
    await held.rollbackTransaction();
    await held.release();

    await eventually(async () => {
      const { body } = await erin.get(`/approval-requests/${requestId}`).expect(200);
      expect(body.status).toBe('published');
    });
    expect(await dataSource.query('select * from dead_letter')).toEqual([]);
  });
});

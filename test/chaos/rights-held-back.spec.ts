import { eventually } from '@imprimatur/testing';
import { inProcessWorld, type InProcessWorld } from '../e2e/in-process-world.ts';
import { Session } from '../e2e/session.ts';
import { Traffic } from './traffic.ts';

describe('a role that was taken away while the news of it is held back', () => {
  let world: InProcessWorld;

  beforeAll(async () => {
    world = await inProcessWorld();
  }, 120_000);

  afterAll(() => world.close());

  it('stops working within 5 s or nothing that needs it works, and is refused once the news arrives', async () => {
    const traffic = await Traffic.in(world, `held-${Date.now()}`);
    const ada = await Session.of(world, traffic.place, 'ada');
    const erin = await Session.of(world, traffic.place, 'erin');
    const request = `/approval-requests/${traffic.accepted[0]}`;
    const etag = await eventually(async () => (await erin.get(request).expect(200)).headers.etag as string);
    const viewer = (await ada.get('/roles').expect(200)).body.items.find(
      ({ name }: { name: string }) => name === 'Workspace viewer',
    );

    const held = world.app('approvals').dataSource.createQueryRunner();
    await held.startTransaction();
    await held.query('lock table access_member in share mode');
    const member = await ada.get(`/members/${erin.memberId}`).expect(200);
    await ada
      .patch(`/members/${erin.memberId}`, { roleId: viewer.id })
      .set('if-match', member.headers.etag as string)
      .expect(200);
    const takenAway = Date.now();

    await eventually(
      async () => {
        const answer = await erin.post(`${request}/approve`).set('if-match', '"not what is there"');
        expect(answer).toMatchObject({ status: 503, body: { code: 'rights.unconfirmed' } });
      },
      { timeoutMs: 15_000, everyMs: 100 },
    );
    expect(Date.now() - takenAway).toBeLessThan(7_000);
    await erin.get(request).expect(200);

    await held.rollbackTransaction();
    await held.release();
    await eventually(async () => {
      const answer = await erin.post(`${request}/approve`).set('if-match', etag);
      expect(answer).toMatchObject({ status: 403, body: { code: expect.stringMatching(/rights|approver/) } });
    });
  });
});

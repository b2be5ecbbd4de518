import { eventually } from '@imprimatur/testing';
import { NotificationsHarness } from '../../../test/notifications-harness.ts';
import { MailWorld } from '../../../test/mail-world.ts';

let service: NotificationsHarness;
beforeAll(async () => {
  service = await NotificationsHarness.start();
  service.sender.start();
});
afterAll(() => service.close());

async function scraped(name: string, state?: string): Promise<number> {
  const { values } = await service.metrics.registry.getSingleMetric(name)!.get();
  return values.find(({ labels }) => state === undefined || labels['state'] === state)?.value ?? 0;
}

describe('the mail server', () => {
  it('that was down gets each mail once when it is back', async () => {
    const w = await MailWorld.known(service);
    await service.sink.down();
    await w.submit(w.submitted({ reviewers: [w.erin.id, w.carl.id] }));
    const waiting = await eventually(async () => {
      const rows = await w.rows();
      expect(rows.map(({ state, attempts }) => state === 'pending' && attempts >= 2)).toEqual([true, true]);
      return rows;
    });
    expect(waiting[0]?.lastError).toMatch(/ECONNREFUSED/);
    expect(await scraped('imprimatur_mails_waiting')).toBe(2);
    await service.sink.up();
    await w.settled('sent', 'sent');
    expect(await scraped('imprimatur_mails_waiting')).toBe(0);
    expect([w.mailsTo('erin').length, w.mailsTo('carl').length]).toEqual([1, 1]);
  });

  it('that goes away and comes back is logged once each, with its words, and not for each mail', async () => {
    const w = await MailWorld.known(service);
    service.logger.lines.length = 0;
    await service.sink.down();
    await w.submit(w.submitted({ reviewers: [w.erin.id, w.carl.id] }));
    await eventually(async () => {
      const rows = await w.rows();
      expect(rows.map(({ attempts }) => attempts >= 2)).toEqual([true, true]);
    });
    await service.sink.up();
    await w.settled('sent', 'sent');
    const news = service.logger.lines.filter(({ level, message }) => level !== 'info' || message !== 'mail');
    expect(news).toMatchObject([
      { level: 'warn', fields: { reason: expect.stringMatching(/ECONNREFUSED/) as string } },
      { level: 'info', message: 'the mail server can be used again' },
    ]);
  });

  it('that refuses a mailbox for good makes the mail fail, with its words, and the others arrive', async () => {
    const w = await MailWorld.known(service);
    service.logger.lines.length = 0;
    const failedBefore = await scraped('imprimatur_mails_total', 'failed');
    service.sink.refuse(new RegExp(w.address('erin')));
    await w.submit(w.submitted({ reviewers: [w.erin.id, w.carl.id] }));
    const rows = await w.settled('failed', 'sent');
    service.sink.refuse(null);
    expect(rows.find(({ state }) => state === 'failed')).toMatchObject({
      attempts: 1,
      address: w.address('erin'),
      lastError: expect.stringMatching(/^550 /) as string,
    });
    expect(service.logger.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { message: 'mail', fields: { state: 'failed', reason: expect.stringMatching(/^550 /) as string } },
    ]);
    expect(await scraped('imprimatur_mails_total', 'failed')).toBe(failedBefore + 1);
  });
});

describe('a sender that died after it claimed a mail', () => {
  it('leaves it to another when its lease ends, which sends it under the same Message-ID', async () => {
    const w = await MailWorld.known(service);
    const event = w.submitted();
    await service.sender.stop();
    await w.submit(event);
    const [claimed] = await service.mails.claim(service.database.dataSource.manager, 100, 3_600);
    expect(claimed).toMatchObject({ workspaceId: w.acme.id, attempts: 1 });
    service.sender.start();
    expect(await w.rows()).toMatchObject([{ state: 'sending' }]);
    await service.database.dataSource.query(
      `update mail set lease_until = now() - interval '1 second' where workspace_id = $1`,
      [w.acme.id],
    );
    const [row] = await w.settled('sent');
    const [mail, ...more] = w.mailsTo('erin');
    expect(more).toEqual([]);
    expect([row?.attempts, mail?.messageId]).toEqual([2, `<${claimed!.messageId}@mail.example>`]);
  });

  it('does not change the record when it comes back to life', async () => {
    const w = await MailWorld.known(service);
    await service.sender.stop();
    await w.submit();
    const [claimed] = await service.mails.claim(service.database.dataSource.manager, 100, -1);
    const [again] = await service.mails.claim(service.database.dataSource.manager, 100, 60);
    expect(again).toMatchObject({ id: claimed!.id, attempts: 2 });
    await service.mails.finish(service.database.dataSource.manager, claimed!, {
      state: 'failed',
      lastError: 'too late',
    });
    expect(await w.rows()).toMatchObject([{ state: 'sending', lastError: null }]);
    await service.mails.finish(service.database.dataSource.manager, again!, { state: 'sent', lastError: null });
    service.sender.start();
  });
});

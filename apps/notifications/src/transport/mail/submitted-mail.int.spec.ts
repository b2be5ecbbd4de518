import { NotificationsHarness } from '../../../test/notifications-harness.ts';
import { headersOf, MailWorld } from '../../../test/mail-world.ts';
import { modelItem } from '../../../test/requests.ts';

let service: NotificationsHarness;
beforeAll(async () => {
  service = await NotificationsHarness.start();
  service.sender.start();
});
afterAll(() => service.close());

describe('a submitted request', () => {
  it('is mailed once to each reviewer, and to nobody else', async () => {
    const w = await MailWorld.known(service);
    await w.submit(w.submitted({ reviewers: [w.erin.id, w.carl.id, w.dana.id] }));
    await w.settled('sent', 'sent');
    expect(
      service.sink
        .messages()
        .flatMap(({ recipients }) => recipients)
        .filter((to) => to.includes(w.acme.id))
        .sort(),
    ).toEqual([w.address('carl'), w.address('erin')]);
  });

  it('is a mail with both parts, and headers that mail clients and filters can use', async () => {
    const w = await MailWorld.known(service);
    await w.submit();
    const mail = await w.mailTo('erin');
    expect(mail).toMatchObject({
      subject: '[Acme] ideal_customers: approval requested (#12)',
      from: { name: 'Imprimatur', address: 'approvals@mail.example' },
      to: [{ name: 'Erin', address: w.address('erin') }],
      messageId: `<request.${w.facts.requestId}.${w.erin.id}@mail.example>`,
    });
    expect(headersOf(mail)).toMatchObject({
      'auto-submitted': 'auto-generated',
      'list-id': '<acme.approvals.mail.example>',
      'x-imprimatur-reason': 'reviewer',
      'x-imprimatur-event': 'submitted',
      'x-imprimatur-request': w.facts.requestId,
    });
    expect(mail.text).toContain(`https://approvals.acme.example/approvals/${w.facts.requestId}`);
    expect(mail.html).toContain('Dana asks you to review ideal_customers');
  });

  it('can be unsubscribed from with one click, by a link that is the same in every mail of its class', async () => {
    const w = await MailWorld.known(service);
    await w.submit(w.submitted({ reviewers: [w.erin.id, w.carl.id] }));
    const url = await service.subscriptions.unsubscribeUrl(w.acme.id, w.erin.id, 'reviewRequested');
    const mail = await w.mailTo('erin');
    expect(url).toMatch(
      /^https:\/\/approvals\.acme\.example\/api\/v1\/notification-preferences\/unsubscribe\?token=[\w-]{43}$/,
    );
    expect(headersOf(mail)).toMatchObject({
      'list-unsubscribe': `<${url}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(mail.text).toContain(`Stop mails about requests to review: ${url}`);
    expect(mail.html).toContain(`href="${url.replace('=', '&#x3D;')}"`);
    expect(headersOf(await w.mailTo('carl'))['list-unsubscribe']).not.toBe(`<${url}>`);
  });

  it('received twice is mailed once', async () => {
    const w = await MailWorld.known(service);
    const event = w.submitted();
    await w.submit(event);
    await w.submit(event);
    await w.settled('sent');
    await w.submit(event);
    expect(await w.rows()).toHaveLength(1);
    expect(w.mailsTo('erin')).toHaveLength(1);
  });

  it('that arrives again under another id is mailed once all the same', async () => {
    const w = await MailWorld.known(service);
    await w.submit(w.submitted());
    await w.settled('sent');
    await w.submit(w.submitted({ reviewers: [w.erin.id, w.carl.id] }));
    await w.settled('sent', 'sent');
    expect([w.mailsTo('erin').length, w.mailsTo('carl').length]).toEqual([1, 1]);
  });

  it('of more than a day ago is recorded, not sent', async () => {
    const w = await MailWorld.known(service);
    await w.submit(w.submitted({ time: new Date(service.clock.now().getTime() - 24 * 3_600_000 - 1) }));
    const [row] = await w.settled('skipped');
    expect(row).toMatchObject({ lastError: 'event.too-old', attempts: 0 });
  });

  it('of the future is of now: it is sent, and grows old like any other', async () => {
    const w = await MailWorld.known(service);
    const now = service.clock.now();
    await w.submit(w.submitted({ time: new Date(now.getTime() + 365 * 24 * 3_600_000) }));
    const [row] = await w.settled('sent');
    const [kept] = await service.database.dataSource.query<{ occurredAt: string }[]>(
      `select content ->> 'occurredAt' as "occurredAt" from announcement where event_id = $1`,
      [row!.eventId],
    );
    expect(kept).toEqual({ occurredAt: now.toISOString() });
  });

  it('cannot put a header into the mail by any name', async () => {
    const w = await MailWorld.known(service, ({ erin, acme }) => {
      erin.name = 'Erin';
      acme.workspace.name = 'Acme\r\nBcc: everybody@acme.example';
    });
    await w.submit(w.submitted({ items: [modelItem({ name: 'x\r\nX-Evil: 1\r\n\r\nbody' })] }));
    const mail = await w.mailTo('erin');
    expect(mail.recipients).toEqual([w.address('erin')]);
    expect(mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['x-evil']));
    expect(mail.bcc).toBeUndefined();
  });
});

import { newId } from '@imprimatur/kernel';
import { eventually } from '@imprimatur/testing';
import { MailWorld } from '../../test/mail-world.ts';
import { NotificationsHarness } from '../../test/notifications-harness.ts';
import { viewerOf } from '../../test/people.ts';
import { modelItem, syncItem, warehouse } from '../../test/requests.ts';

let service: NotificationsHarness;
beforeAll(async () => {
  service = await NotificationsHarness.start();
  service.sender.start();
});
afterAll(() => service.close());

describe('a recipient', () => {
  it('who answers in a thread gets all mails about the request in it', async () => {
    const w = await MailWorld.known(service);
    await w.submit(w.submitted({ reviewers: [w.carl.id] }));
    await w.comment('why?');
    const mail = await w.mailTo('carl', ({ text }) => (text ?? '').includes('> why?'));
    const root = `<request.${w.facts.requestId}.${w.carl.id}@mail.example>`;
    expect(mail).toMatchObject({
      inReplyTo: root,
      references: root,
      subject: expect.stringMatching(/^Re: /) as string,
    });
    expect(w.mailsTo('erin')).toEqual([]);
  });

  it('is told of what they may view, and that there is more', async () => {
    const w = await MailWorld.known(service, ({ carl, acme }) => {
      carl.roleId = acme.member('Vera', viewerOf([warehouse])).roleId;
    });
    await w.submit(w.submitted({ reviewers: [w.carl.id], items: [modelItem(), syncItem({ name: 'secret_sync' })] }));
    const mail = await w.mailTo('carl');
    expect(mail.text).toContain('1 more item that you may not view.');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('secret_sync');
  });

  it.each([
    ['may view nothing', 'recipient.may-view-nothing', (w: MailWorld) => (w.erin.roleId = newId())],
    ['has left', 'recipient.deleted', (w: MailWorld) => Object.assign(w.erin, { deleted: true, email: null })],
    ['is inactive', 'recipient.inactive', (w: MailWorld) => (w.erin.active = false)],
    ['is a service account', 'recipient.service-account', (w: MailWorld) => (w.erin.kind = 'service')],
  ])('who %s is told nothing', async (_, code, change) => {
    const w = await MailWorld.known(service, change);
    await w.submit();
    const [row] = await w.settled('skipped');
    expect(row).toMatchObject({ lastError: code, sentAt: null });
  });

  it('who is not known yet is told when they are', async () => {
    const w = new MailWorld(service);
    await w.submit();
    await eventually(async () =>
      expect(await w.rows()).toMatchObject([{ state: 'pending', lastError: 'recipient.not-known-yet' }]),
    );
    await service.know(w.acme);
    await w.settled('sent');
  });

  it('who turned off mails of this class gets none, and those of the others', async () => {
    const w = await MailWorld.known(service);
    await service.transaction((tx) => service.preferences.mute(tx, w.acme.id, w.carl.id, 'comments'));
    await w.submit(w.submitted({ reviewers: [w.carl.id] }));
    await w.settled('sent');
    await w.comment('why?');
    const rows = await w.settled('sent', 'sent', 'skipped');
    expect(rows.find(({ state }) => state === 'skipped')).toMatchObject({
      memberId: w.carl.id,
      lastError: 'recipient.opted-out',
    });
    expect(w.mailsTo('carl')).toHaveLength(1);
  });

  it('who seems to lose the right while rights are unconfirmed is judged again', async () => {
    service.behind = true;
    const w = await MailWorld.known(service, ({ erin }) => (erin.roleId = newId()));
    await w.submit();
    await eventually(async () =>
      expect(await w.rows()).toMatchObject([{ state: 'pending', lastError: 'rights.unconfirmed' }]),
    );
    service.behind = false;
    await w.settled('skipped');
  });
});

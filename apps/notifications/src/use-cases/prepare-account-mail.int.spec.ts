import type { DataOf, MemberInvited } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { eventually } from '@imprimatur/testing';
import { headersOf, MailWorld } from '../../test/mail-world.ts';
import { NotificationsHarness } from '../../test/notifications-harness.ts';
import { invited, secretLink } from '../../test/notices.ts';
import { inviteOf, resetOf } from '../domain/account-notice.ts';

let service: NotificationsHarness;
beforeAll(async () => {
  service = await NotificationsHarness.start();
  service.sender.start();
});
afterAll(() => service.close());

/** An invitation of Erin, as it arrives. */
function inviting(w: MailWorld, over: Partial<DataOf<typeof MemberInvited>> = {}) {
  const linkId = over.linkId ?? newId();
  const link = service.links.seal(['password-link', linkId], secretLink);
  const { id: memberId, name } = w.erin;
  return invited(w.acme.id, { memberId, name, email: w.address('erin'), linkId, link, ...over }, service.clock.now());
}

const invite = (event: ReturnType<typeof inviting>): Promise<void> =>
  service.transaction((tx) => service.announce.notice(tx, inviteOf(event)));
const reset = (event: ReturnType<typeof inviting>): Promise<void> =>
  service.transaction((tx) => service.announce.notice(tx, resetOf(event)));

const waitsFor = (w: MailWorld, lastError: string) =>
  eventually(async () => expect(await w.rows()).toMatchObject([{ state: 'pending', lastError }]));

describe('an invitation', () => {
  it('is a mail with the link, in both parts, that nobody can unsubscribe from', async () => {
    const w = await MailWorld.known(service);
    await invite(inviting(w));
    const mail = await w.mailTo('erin');
    expect(mail.subject).toBe('Ada invites you to Acme on Imprimatur');
    expect(mail.text).toContain(`Choose a password: ${secretLink}\n`);
    expect(mail.html).toContain(`href="${secretLink.replace('=', '&#x3D;')}"`);
    const headers = headersOf(mail);
    expect(headers).toMatchObject({ 'x-imprimatur-event': 'member-invited', 'auto-submitted': 'auto-generated' });
    expect(Object.keys(headers).filter((name) => name.startsWith('list-'))).toEqual([]);
    expect(`${mail.text}${mail.html}`).not.toContain('unsubscribe');
  });

  it('reaches somebody who has not joined yet', async () => {
    const w = await MailWorld.known(service, ({ erin }) => (erin.active = false));
    await invite(inviting(w));
    expect(await w.settled('sent')).toHaveLength(1);
  });

  it('is sent once for each link, however often and in whatever form its event comes', async () => {
    const w = await MailWorld.known(service);
    const event = inviting(w);
    await invite(event);
    await invite(event);
    await invite({ ...event, id: newId() });
    await w.settled('sent');
    await invite(inviting(w));
    await w.settled('sent', 'sent');
    expect(w.mailsTo('erin')).toHaveLength(2);
  });

  it('is sent also days after it was made, but not when its link has expired', async () => {
    const w = await MailWorld.known(service);
    const now = service.clock.now().getTime();
    await invite({ ...inviting(w), time: new Date(now - 3 * 24 * 3_600_000) });
    await w.settled('sent');
    await invite(inviting(w, { expiresAt: new Date(now).toISOString() }));
    const rows = await w.settled('sent', 'skipped');
    expect(rows.find(({ state }) => state === 'skipped')).toMatchObject({ lastError: 'link.expired', attempts: 0 });
  });

  it.each([
    ['left meanwhile', 'recipient.deleted', (w: MailWorld) => (w.erin.deleted = true)],
    ['has another address by now', 'recipient.address-changed', (w: MailWorld) => (w.erin.name = 'Elsewhere')],
  ])('of somebody who %s is not sent', async (_, code, change) => {
    const w = await MailWorld.known(service, change);
    await invite(inviting(w));
    expect(await w.settled('skipped')).toMatchObject([{ lastError: code, attempts: 1 }]);
    expect(w.mailsTo('erin')).toEqual([]);
  });

  it('waits for the news of its member, so that nobody gets a link by a forged event', async () => {
    const w = new MailWorld(service);
    await invite(inviting(w));
    await waitsFor(w, 'recipient.not-known-yet');
    w.erin.email = w.address('erin');
    await service.know(w.acme);
    expect(await w.settled('sent')).toHaveLength(1);
  });

  it('waits while its link cannot be opened, also when it belongs to another invitation', async () => {
    const w = await MailWorld.known(service);
    await invite(inviting(w, { link: service.links.seal(['password-link', newId()], secretLink) }));
    await waitsFor(w, 'link.unreadable');
    expect(w.mailsTo('erin')).toEqual([]);
    await service.database.dataSource.query('delete from mail where workspace_id = $1', [w.acme.id]);
  });
});

describe('a password reset', () => {
  it('is a mail with the link, and says what to do if it was not asked for', async () => {
    const w = await MailWorld.known(service);
    await reset(inviting(w));
    const mail = await w.mailTo('erin');
    expect(mail.subject).toBe('Choose a new password for Imprimatur');
    expect(mail.text).toContain(secretLink);
    expect(mail.text).toContain('If you did not ask for it, ignore it');
  });
});

describe('the secret of a link', () => {
  const token = 'QUJDREVG';

  it('is nowhere but in the mail: not in the database, not in the log, not in what the mail server quotes', async () => {
    const w = await MailWorld.known(service);
    service.logger.lines.length = 0;
    service.sink.refuse(new RegExp(w.address('erin')), `refused because of ${secretLink}`);
    await invite(inviting(w));
    const [row] = await w.settled('failed');
    service.sink.refuse(null);
    expect(row?.lastError).toMatch(/^550 refused because of https:[^ ]*#…$/);
    await invite(inviting(w));
    await w.settled('failed', 'sent');
    const tables: { name: string }[] = await service.database.dataSource.query(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    for (const { name } of tables) {
      const rows: { text: string }[] = await service.database.dataSource.query(
        `select to_jsonb(t)::text as text from "${name}" t`,
      );
      expect(rows.map(({ text }) => text).join('\n')).not.toContain(token);
    }
    expect(JSON.stringify(service.logger.lines)).not.toContain(token);
  });
});

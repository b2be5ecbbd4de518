import { newId } from '@imprimatur/kernel';
import { eventually } from '@imprimatur/testing';
import { NotificationsHarness } from '../../../test/notifications-harness.ts';
import { Acme, viewerOf } from '../../../test/people.ts';
import { happened, modelItem, requestFacts, syncItem, warehouse } from '../../../test/requests.ts';
import { announceCommented, announceSubmitted } from '../../domain/announce-request.ts';

let service: NotificationsHarness;
beforeAll(async () => {
  service = await NotificationsHarness.start();
  service.sender.start();
});
afterAll(() => service.close());

/** A workspace of its own for each test, so that none sees another's mails. */
function workspace() {
  const acme = new Acme();
  const dana = acme.member('Dana', 'workspace-draft-editor');
  const erin = acme.member('Erin', 'workspace-editor');
  const carl = acme.member('Carl', 'sync-editor');
  const facts = requestFacts({ submittedBy: dana.id, items: [modelItem({ contributors: [dana.id] })] });
  const submit = (over: { reviewers?: string[]; items?: ReturnType<typeof modelItem>[]; time?: Date } = {}) =>
    happened(
      acme.id,
      dana.id,
      {
        ...facts,
        items: over.items ?? facts.items,
        submittedAt: '2026-03-02T09:00:00Z',
        comment: 'please',
        reviewers: over.reviewers ?? [erin.id],
        requiredApprovals: 1,
      },
      over.time ?? service.clock.now(),
    );
  const comment = (text: string) =>
    happened(
      acme.id,
      erin.id,
      {
        ...facts,
        participants: [dana.id, erin.id, carl.id],
        commentId: newId(),
        commentedBy: erin.id,
        commentedAt: '2026-03-02T09:00:00Z',
        text,
      },
      service.clock.now(),
    );
  const mailsTo = (address: string) => service.sink.messages().filter(({ recipients }) => recipients.includes(address));
  return {
    acme,
    dana,
    erin,
    carl,
    facts,
    submit,
    comment,
    mailsTo,
    address: (name: string) => `${name}.${acme.id}@acme.example`,
  };
}

/** Mail addresses carry the workspace, so that one sink serves all tests. */
async function known(over: (w: ReturnType<typeof workspace>) => void = () => undefined) {
  const w = workspace();
  over(w);
  for (const member of w.acme.members) if (member.email !== null) member.email = w.address(member.name.toLowerCase());
  await service.know(w.acme);
  return w;
}

const announce = (event: ReturnType<ReturnType<typeof workspace>['submit']>): Promise<void> =>
  service.transaction((tx) => service.announceRequest.execute(tx, event, announceSubmitted(event)));

const settled = (workspaceId: string, states: string[]) =>
  eventually(async () => {
    const rows = await service.rows(workspaceId);
    expect(rows.map(({ state }) => state).sort()).toEqual([...states].sort());
    return rows;
  });

async function scraped(name: string, state?: string): Promise<number> {
  const { values } = await service.metrics.registry.getSingleMetric(name)!.get();
  return values.find(({ labels }) => state === undefined || labels['state'] === state)?.value ?? 0;
}

describe('a submitted request', () => {
  it('is mailed once to each reviewer, and to nobody else', async () => {
    const w = await known();
    await announce(w.submit({ reviewers: [w.erin.id, w.carl.id, w.dana.id] }));
    await settled(w.acme.id, ['sent', 'sent']);
    expect(
      service.sink
        .messages()
        .flatMap(({ recipients }) => recipients)
        .filter((to) => to.includes(w.acme.id))
        .sort(),
    ).toEqual([w.address('carl'), w.address('erin')]);
  });

  it('is a mail with both parts, and headers that mail clients and filters can use', async () => {
    const w = await known();
    await announce(w.submit());
    const mail = await service.sink.next(({ recipients }) => recipients.includes(w.address('erin')));
    expect(mail).toMatchObject({
      subject: '[Acme] ideal_customers: approval requested (#12)',
      from: { name: 'Imprimatur', address: 'approvals@mail.example' },
      to: [{ name: 'Erin', address: w.address('erin') }],
      messageId: `<request.${w.facts.requestId}.${w.erin.id}@mail.example>`,
    });
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'list-id': '<acme.approvals.mail.example>',
      'x-imprimatur-reason': 'reviewer',
      'x-imprimatur-event': 'submitted',
      'x-imprimatur-request': w.facts.requestId,
    });
    expect(mail.text).toContain(`https://approvals.acme.example/approvals/${w.facts.requestId}`);
    expect(mail.html).toContain('Dana asks you to review ideal_customers');
  });

  it('received twice is mailed once', async () => {
    const w = await known();
    const event = w.submit();
    await announce(event);
    await announce(event);
    await settled(w.acme.id, ['sent']);
    await announce(event);
    expect(await service.rows(w.acme.id)).toHaveLength(1);
    expect(w.mailsTo(w.address('erin'))).toHaveLength(1);
  });

  it('of more than a day ago is recorded, not sent', async () => {
    const w = await known();
    await announce(w.submit({ time: new Date(service.clock.now().getTime() - 24 * 3_600_000 - 1) }));
    const [row] = await settled(w.acme.id, ['skipped']);
    expect(row).toMatchObject({ lastError: 'event.too-old', attempts: 0 });
  });

  it('cannot put a header into the mail by any name', async () => {
    const w = await known(({ erin, acme }) => {
      erin.name = 'Erin';
      acme.workspace.name = 'Acme\r\nBcc: everybody@acme.example';
    });
    await announce(w.submit({ items: [modelItem({ name: 'x\r\nX-Evil: 1\r\n\r\nbody' })] }));
    const mail = await service.sink.next(({ recipients }) => recipients.includes(w.address('erin')));
    expect(mail.recipients).toEqual([w.address('erin')]);
    expect(mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['x-evil']));
    expect(mail.bcc).toBeUndefined();
  });
});

describe('a recipient', () => {
  it('who answers in a thread gets all mails about the request in it', async () => {
    const w = await known();
    await announce(w.submit({ reviewers: [w.carl.id] }));
    const event = w.comment('why?');
    await service.transaction((tx) => service.announceRequest.execute(tx, event, announceCommented(event)));
    const mail = await service.sink.next(
      ({ recipients, text }) => recipients.includes(w.address('carl')) && (text ?? '').includes('> why?'),
    );
    const root = `<request.${w.facts.requestId}.${w.carl.id}@mail.example>`;
    expect(mail).toMatchObject({
      inReplyTo: root,
      references: root,
      subject: expect.stringMatching(/^Re: /) as string,
    });
    expect(w.mailsTo(w.address('erin'))).toEqual([]);
  });

  it('is told of what they may view, and that there is more', async () => {
    const w = await known(({ carl, acme }) => {
      carl.roleId = acme.member('Vera', viewerOf([warehouse])).roleId;
    });
    await announce(w.submit({ reviewers: [w.carl.id], items: [modelItem(), syncItem({ name: 'secret_sync' })] }));
    const mail = await service.sink.next(({ recipients }) => recipients.includes(w.address('carl')));
    expect(mail.text).toContain('1 more item that you may not view.');
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('secret_sync');
  });

  it.each([
    ['may view nothing', 'recipient.may-view-nothing', (w: ReturnType<typeof workspace>) => (w.erin.roleId = newId())],
    [
      'has left',
      'recipient.deleted',
      (w: ReturnType<typeof workspace>) => Object.assign(w.erin, { deleted: true, email: null }),
    ],
    ['is inactive', 'recipient.inactive', (w: ReturnType<typeof workspace>) => (w.erin.active = false)],
    [
      'is a service account',
      'recipient.service-account',
      (w: ReturnType<typeof workspace>) => (w.erin.kind = 'service'),
    ],
  ])('who %s is told nothing', async (_, code, change) => {
    const w = await known(change);
    await announce(w.submit());
    const [row] = await settled(w.acme.id, ['skipped']);
    expect(row).toMatchObject({ lastError: code, sentAt: null });
  });

  it('who is not known yet is told when they are', async () => {
    const w = workspace();
    await announce(w.submit());
    await eventually(async () =>
      expect(await service.rows(w.acme.id)).toMatchObject([{ state: 'pending', lastError: 'recipient.not-known-yet' }]),
    );
    await service.know(w.acme);
    await settled(w.acme.id, ['sent']);
  });

  it('who seems to lose the right while rights are unconfirmed is judged again', async () => {
    service.behind = true;
    const w = await known(({ erin }) => (erin.roleId = newId()));
    await announce(w.submit());
    await eventually(async () =>
      expect(await service.rows(w.acme.id)).toMatchObject([{ state: 'pending', lastError: 'rights.unconfirmed' }]),
    );
    service.behind = false;
    await settled(w.acme.id, ['skipped']);
  });
});

describe('the mail server', () => {
  it('that was down gets each mail once when it is back', async () => {
    const w = await known();
    await service.sink.down();
    await announce(w.submit({ reviewers: [w.erin.id, w.carl.id] }));
    const waiting = await eventually(async () => {
      const rows = await service.rows(w.acme.id);
      expect(rows.map(({ state, attempts }) => state === 'pending' && attempts >= 2)).toEqual([true, true]);
      return rows;
    });
    expect(waiting[0]?.lastError).toMatch(/ECONNREFUSED/);
    expect(await scraped('imprimatur_mails_waiting')).toBe(2);
    await service.sink.up();
    await settled(w.acme.id, ['sent', 'sent']);
    expect(await scraped('imprimatur_mails_waiting')).toBe(0);
    expect([w.mailsTo(w.address('erin')).length, w.mailsTo(w.address('carl')).length]).toEqual([1, 1]);
  });

  it('that goes away and comes back is logged once each, with its words, and not for each mail', async () => {
    const w = await known();
    service.logger.lines.length = 0;
    await service.sink.down();
    await announce(w.submit({ reviewers: [w.erin.id, w.carl.id] }));
    await eventually(async () => {
      const rows = await service.rows(w.acme.id);
      expect(rows.map(({ attempts }) => attempts >= 2)).toEqual([true, true]);
    });
    await service.sink.up();
    await settled(w.acme.id, ['sent', 'sent']);
    const news = service.logger.lines.filter(({ level, message }) => level !== 'info' || message !== 'mail');
    expect(news).toMatchObject([
      { level: 'warn', fields: { reason: expect.stringMatching(/ECONNREFUSED/) as string } },
      { level: 'info', message: 'the mail server can be used again' },
    ]);
  });

  it('that refuses a mailbox for good makes the mail fail, with its words, and the others arrive', async () => {
    const w = await known();
    service.logger.lines.length = 0;
    const failedBefore = await scraped('imprimatur_mails_total', 'failed');
    service.sink.refuse(new RegExp(w.address('erin')));
    await announce(w.submit({ reviewers: [w.erin.id, w.carl.id] }));
    const rows = await settled(w.acme.id, ['failed', 'sent']);
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
    const w = await known();
    const event = w.submit();
    await service.sender.stop();
    await announce(event);
    const [claimed] = await service.mails.claim(service.database.dataSource.manager, 100, 3_600);
    expect(claimed).toMatchObject({ workspaceId: w.acme.id, attempts: 1 });
    service.sender.start();
    expect(await service.rows(w.acme.id)).toMatchObject([{ state: 'sending' }]);
    await service.database.dataSource.query(
      `update mail set lease_until = now() - interval '1 second' where workspace_id = $1`,
      [w.acme.id],
    );
    const [row] = await settled(w.acme.id, ['sent']);
    const [mail, ...more] = w.mailsTo(w.address('erin'));
    expect(more).toEqual([]);
    expect([row?.attempts, mail?.messageId]).toEqual([2, `<${claimed!.messageId}@mail.example>`]);
  });

  it('does not change the record when it comes back to life', async () => {
    const w = await known();
    await service.sender.stop();
    await announce(w.submit());
    const [claimed] = await service.mails.claim(service.database.dataSource.manager, 100, -1);
    const [again] = await service.mails.claim(service.database.dataSource.manager, 100, 60);
    expect(again).toMatchObject({ id: claimed!.id, attempts: 2 });
    await service.mails.finish(service.database.dataSource.manager, claimed!, {
      state: 'failed',
      lastError: 'too late',
    });
    expect(await service.rows(w.acme.id)).toMatchObject([{ state: 'sending', lastError: null }]);
    await service.mails.finish(service.database.dataSource.manager, again!, { state: 'sent', lastError: null });
    service.sender.start();
  });
});

import { newId } from '@imprimatur/kernel';
import { eventually, type ParsedMail } from '@imprimatur/testing';
import { announceCommented, announceSubmitted } from '../src/domain/announce-request.ts';
import type { MailRow } from '../src/persistence/mail.row.ts';
import type { NotificationsHarness } from './notifications-harness.ts';
import { Acme } from './people.ts';
import { happened, modelItem, requestFacts } from './requests.ts';

const at = '2026-03-02T09:00:00Z';

/** A workspace of its own for each test, so that none sees another's mails, with a request that Dana submits. */
export class MailWorld {
  readonly acme = new Acme();
  readonly dana = this.acme.member('Dana', 'workspace-draft-editor');
  readonly erin = this.acme.member('Erin', 'workspace-editor');
  readonly carl = this.acme.member('Carl', 'sync-editor');
  readonly facts = requestFacts({
    submittedBy: this.dana.id,
    items: [modelItem({ contributors: [this.dana.id] })],
  });

  constructor(private readonly service: NotificationsHarness) {}

  /** Mail addresses carry the workspace, so that one sink serves all tests. */
  static async known(
    service: NotificationsHarness,
    over: (w: MailWorld) => void = () => undefined,
  ): Promise<MailWorld> {
    const w = new MailWorld(service);
    over(w);
    for (const member of w.acme.members) if (member.email !== null) member.email = w.address(member.name.toLowerCase());
    await service.know(w.acme);
    return w;
  }

  address(name: string): string {
    return `${name}.${this.acme.id}@acme.example`;
  }

  submitted(over: { reviewers?: string[]; items?: ReturnType<typeof modelItem>[]; time?: Date } = {}) {
    const { items = this.facts.items, reviewers = [this.erin.id], time = this.service.clock.now() } = over;
    const data = { ...this.facts, items, submittedAt: at, comment: 'please', reviewers, requiredApprovals: 1 };
    return happened(this.acme.id, this.dana.id, data, time);
  }

  /** By Erin; it concerns Dana and Carl. */
  commented(text: string) {
    const participants = [this.dana.id, this.erin.id, this.carl.id];
    const data = { ...this.facts, participants, commentId: newId(), commentedBy: this.erin.id, commentedAt: at, text };
    return happened(this.acme.id, this.erin.id, data, this.service.clock.now());
  }

  submit(event: ReturnType<MailWorld['submitted']> = this.submitted()): Promise<void> {
    return this.service.transaction((tx) => this.service.announceRequest.execute(tx, event, announceSubmitted(event)));
  }

  comment(text: string): Promise<void> {
    const event = this.commented(text);
    return this.service.transaction((tx) => this.service.announceRequest.execute(tx, event, announceCommented(event)));
  }

  /** Resolves when this workspace's mails are in exactly these states. */
  settled(...states: string[]): Promise<MailRow[]> {
    return eventually(async () => {
      const rows = await this.service.rows(this.acme.id);
      expect(rows.map(({ state }) => state).sort()).toEqual([...states].sort());
      return rows;
    });
  }

  rows(): Promise<MailRow[]> {
    return this.service.rows(this.acme.id);
  }

  mailsTo(name: string): ParsedMail[] {
    return this.service.sink.messages().filter(({ recipients }) => recipients.includes(this.address(name)));
  }

  /** The first mail to somebody, now or in a moment. */
  mailTo(name: string, is: (mail: ParsedMail) => boolean = () => true): Promise<ParsedMail> {
    return this.service.sink.next((mail) => mail.recipients.includes(this.address(name)) && is(mail));
  }
}

export const headersOf = (mail: ParsedMail): Record<string, string> =>
  Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));

import { eventually } from '@imprimatur/testing';
import { Session } from '../e2e/session.ts';
import type { Place, World } from '../e2e/world.ts';

const content = (n: number) => ({
  query: `select ${n} as id`,
  configuration: { primaryKey: 'id' },
  columns: [{ name: 'id', type: 'integer' }],
});

/** A workspace in which a member keeps submitting models for approval, whatever happens meanwhile. */
export class Traffic {
  /** Requests that were accepted: none of them may be lost, and none may be opened twice. */
  readonly accepted: string[] = [];
  private stopped = false;
  private running: Promise<void> | undefined;

  private constructor(
    readonly place: Place,
    private readonly dana: Session,
    private readonly sourceId: string,
  ) {}

  static async in(world: World, slug: string): Promise<Traffic> {
    const place = await world.workspace(slug, 'business');
    const ada = await Session.of(world, place, 'ada');
    const dana = await Session.of(world, place, 'dana');
    const { headers } = await ada.get('/workspace').expect(200);
    const on = { requireApprovals: true };
    await ada
      .patch('/workspace/settings', on)
      .set('if-match', headers.etag as string)
      .expect(200);
    const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
    const created = await eventually(() => ada.post('/sources', source).expect(201), { timeoutMs: 30_000 });
    const traffic = new Traffic(place, dana, created.body.id as string);
    await eventually(() => traffic.submit(0), { timeoutMs: 30_000 });
    return traffic;
  }

  /** Submits one model; throws when it was not accepted. */
  async submit(n: number): Promise<{ id: string; requestId: string }> {
    const body = {
      name: `Model ${n}`,
      sourceId: this.sourceId,
      content: content(n),
      action: 'submit',
      reviewers: [this.place.members.ben],
    };
    // The key makes a repeat after a lost answer the same command, not a second one.
    const request = this.dana.post('/models', body).set('idempotency-key', `traffic-${n}`);
    const { status, body: answer } = await request;
    if (status !== 201 && status !== 202) throw new Error(`not accepted: ${status} ${JSON.stringify(answer)}`);
    this.accepted.push(answer.requestId as string);
    return answer as { id: string; requestId: string };
  }

  start(): void {
    this.running = (async () => {
      for (let n = 1; !this.stopped; n++) await eventually(() => this.submit(n), { timeoutMs: 60_000, everyMs: 50 });
    })();
  }

  /** Resolves once this many more were accepted. */
  flowing(more: number): Promise<void> {
    const goal = this.accepted.length + more;
    return eventually(
      () => {
        if (this.accepted.length < goal) throw new Error(`${this.accepted.length} of ${goal} accepted`);
      },
      { timeoutMs: 60_000 },
    );
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /**
   * Every accepted request is open exactly once, numbered without a gap, and its reviewer was told. A mail server that has just taken
   * a mail from a sender that dies gets it again, which its Message-ID shows.
   */
  async expectNothingLostOrDoubled(world: World): Promise<void> {
    expect(new Set(this.accepted).size).toBe(this.accepted.length);
    const erin = await Session.of(world, this.place, 'erin');
    const opened = await eventually(
      async () => {
        const requests = await this.allRequests(erin);
        expect(requests.map(({ id }) => id).sort()).toEqual([...this.accepted].sort());
        return requests;
      },
      { timeoutMs: 60_000, everyMs: 200 },
    );
    const numbers = opened.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const ben = this.place.mailOf('ben');
    await eventually(
      () => {
        const told = world.mails.messages().filter(({ recipients }) => recipients.includes(ben));
        expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(this.accepted.length);
      },
      // Longer than the lease on a mail that was being sent.
      { timeoutMs: 150_000, everyMs: 200 },
    );
  }

  private async allRequests(erin: Session): Promise<{ id: string; number: number }[]> {
    const all: { id: string; number: number }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await erin.get(`/approval-requests?tab=open&limit=200${cursor && `&cursor=${cursor}`}`).expect(200);
      all.push(...(page.body.items as { id: string; number: number }[]));
      cursor = page.body.nextCursor as string | null;
    }
    return all;
  }
}

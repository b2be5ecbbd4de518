import { DraftSubmitted, type DataOf, type RequestItem } from '@imprimatur/contracts';
import { eventually } from '@imprimatur/testing';
import type { InProcessWorld } from '../e2e/in-process-world.ts';
import { Session } from '../e2e/session.ts';
import type { Place } from '../e2e/world.ts';

const patiently = { timeoutMs: 30_000 };

export interface Opened {
  requestId: string;
  modelId: string;
  items: RequestItem[];
  submission: DataOf<typeof DraftSubmitted>;
}

/** What Dana asks for and Erin decides, in one workspace that requires approvals. */
export class Review {
  private models = 0;

  constructor(
    private readonly world: InProcessWorld,
    private readonly place: Place,
    private readonly dana: Session,
    private readonly erin: Session,
    readonly sourceId: string,
  ) {}

  /** A new model of Dana's, in review, with its request there to be decided. */
  async opened(): Promise<Opened> {
    this.models += 1;
    const body = {
      ...{ name: `Model ${this.models}`, sourceId: this.sourceId, content: contentOf(this.models) },
      ...{ action: 'submit', reviewers: [this.place.members.ben] },
    };
    const { id: modelId, requestId } = (await this.dana.post('/models', body).expect(201)).body as {
      id: string;
      requestId: string;
    };
    await this.reaches(requestId, 'pending');
    const [row] = await this.rows<{ data: DataOf<typeof DraftSubmitted> }>(
      'resources',
      'select data from outbox where type = $1 and subject = $2',
      [DraftSubmitted.type, requestId],
    );
    return { requestId, modelId, items: row!.data.items, submission: row!.data };
  }

  async approve(requestId: string): Promise<void> {
    const { headers } = await this.erin.get(`/approval-requests/${requestId}`).expect(200);
    await this.erin
      .post(`/approval-requests/${requestId}/approve`)
      .set('if-match', headers.etag as string)
      .expect(202);
  }

  async withdraw(requestId: string): Promise<void> {
    await this.dana.post(`/approval-requests/${requestId}/withdraw`).expect(202);
    await eventually(async () => {
      const { body } = await this.dana.get(`/approval-requests/${requestId}`).expect(200);
      expect(body).toMatchObject({ status: 'withdrawn', settling: false });
    }, patiently);
  }

  async reaches(requestId: string, status: string): Promise<void> {
    await eventually(async () => expect(await this.statusOf(requestId)).toBe(status), patiently);
  }

  async statusOf(requestId: string): Promise<string> {
    const { body } = await this.erin.get(`/approval-requests/${requestId}`).expect(200);
    return (body as { status: string }).status;
  }

  async model(modelId: string): Promise<Record<string, unknown>> {
    return (await this.erin.get(`/models/${modelId}`).expect(200)).body as Record<string, unknown>;
  }

  async versions(modelId: string): Promise<{ version: number }[]> {
    const { body } = await this.erin.get(`/models/${modelId}/versions`).expect(200);
    return (body as { items: { version: number }[] }).items;
  }

  /** Dana starts a draft on what is published; its revision. */
  async draftOf(modelId: string): Promise<number> {
    return this.save(modelId, { version: 1 });
  }

  /** Dana edits her draft that nobody should have given back. */
  async edit(modelId: string): Promise<void> {
    await this.save(modelId, { revision: 1 });
  }

  /** Whether Dana, who may only draft, gets a model live by herself. */
  async mayPublishDirectly(): Promise<boolean> {
    const body = { name: 'At once', sourceId: this.sourceId, content: contentOf(0), action: 'publish_now' };
    const { status, body: answer } = await this.dana.post('/models', body);
    if (status === 201) return true;
    expect({ status, code: (answer as { code: string }).code }).toEqual({ status: 403, code: 'rights.missing' });
    return false;
  }

  /** Who was told something about the request, or is about to be, and why. */
  async mailsAbout(requestId: string): Promise<unknown[]> {
    return this.rows(
      'notifications',
      `select member_id, reason from mail join announcement using (workspace_id, event_id)
       where announcement.request_id = $1 order by 1, 2`,
      [requestId],
    );
  }

  async mailed(requestId: string, recipient: string): Promise<void> {
    await this.world.mails.next(
      ({ recipients, text }) => recipients.includes(recipient) && (text ?? '').includes(requestId),
      30_000,
    );
  }

  async numbersOf(requestId: string): Promise<unknown[]> {
    return this.rows('approvals', 'select number from approval_request where id = $1', [requestId]);
  }

  async everythingAbout(requestId: string, modelId: string): Promise<object> {
    const answers = await Promise.all([
      this.erin.get(`/approval-requests/${requestId}`).expect(200),
      this.erin.get(`/models/${modelId}`).expect(200),
      this.erin.get(`/models/${modelId}/versions`).expect(200),
    ]);
    return { answers: answers.map(({ body }) => body as unknown), mails: await this.mailsAbout(requestId) };
  }

  private async save(modelId: string, basedOn: object): Promise<number> {
    const change = { content: contentOf(1_000 + this.models), basedOn, action: 'save_draft' };
    const { body } = await this.dana.post(`/models/${modelId}/changes`, change).expect(200);
    return (body as { revision: number }).revision;
  }

  private rows<Row>(service: 'resources' | 'approvals' | 'notifications', sql: string, parameters: unknown[]) {
    return this.world.app(service).dataSource.query<Row[]>(sql, parameters);
  }
}

const contentOf = (n: number) => ({
  query: `select ${n} as id`,
  configuration: { primaryKey: 'id' },
  columns: [{ name: 'id', type: 'integer' }],
});

export async function reviewIn(world: InProcessWorld, place: Place): Promise<Review> {
  const [ada, dana, erin] = await Promise.all([
    Session.of(world, place, 'ada'),
    Session.of(world, place, 'dana'),
    Session.of(world, place, 'erin'),
  ]);
  const { headers } = await ada.get('/workspace').expect(200);
  await ada
    .patch('/workspace/settings', { requireApprovals: true })
    .set('if-match', headers.etag as string)
    .expect(200);
  const source = { name: 'Warehouse', type: 'postgres', ...world.warehouse.connection };
  const { body } = await eventually(() => ada.post('/sources', source).expect(201), patiently);
  await eventually(async () => {
    const { body: workspace } = await dana.get('/models').expect(200);
    expect(workspace).toMatchObject({ items: [] });
  }, patiently);
  return new Review(world, place, dana, erin, (body as { id: string }).id);
}

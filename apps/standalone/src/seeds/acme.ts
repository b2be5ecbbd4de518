import type { ModelContent, Schedule, SyncContent } from '@imprimatur/contracts';
import type { ApiClient } from '../api/api-client.ts';
import { until } from '../api/until.ts';
import type { ConnectedEnds } from './connect.ts';
import { signInAs } from './sign-in-as.ts';

const customers: ModelContent = {
  query: 'select id, email, full_name, city, marketing_consent\nfrom customers\nwhere marketing_consent',
  configuration: { primaryKey: 'id' },
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'email', type: 'text' },
    { name: 'full_name', type: 'text' },
    { name: 'city', type: 'text' },
    { name: 'marketing_consent', type: 'boolean' },
  ],
};

const orderTotals: ModelContent = {
  query: 'select customer_id, count(*)::int as orders, sum(total) as revenue\nfrom orders\ngroup by customer_id',
  configuration: { primaryKey: 'customer_id' },
  columns: [
    { name: 'customer_id', type: 'integer' },
    { name: 'orders', type: 'integer' },
    { name: 'revenue', type: 'decimal' },
  ],
};

const hourly: Schedule = { kind: 'interval', every: 1, unit: 'hours', timeZone: 'Europe/Berlin' };
const everyMorning: Schedule = {
  kind: 'weekly',
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  times: ['06:00'],
  timeZone: 'Europe/Berlin',
};

/** Two published models, two published syncs that have run, and a change of Dana's that waits for an approver. */
export async function seedAcme(url: string, ends: ConnectedEnds): Promise<void> {
  const [erin, dana] = await Promise.all([signInAs(url, 'Erin', 'acme'), signInAs(url, 'Dana', 'acme')]);
  const [contacts] = await Promise.all([
    publishAndRun(erin, ends, 'Customers with consent', customers, {
      name: 'Contacts in the CRM',
      object: 'crm.contacts',
      fields: { id: 'external_id', email: 'email', full_name: 'name', city: 'city', marketing_consent: 'consent' },
      schedule: hourly,
    }),
    publishAndRun(erin, ends, 'Order totals', orderTotals, {
      name: 'Order totals in the CRM',
      object: 'crm.order_totals',
      fields: { customer_id: 'external_id', orders: 'orders', revenue: 'revenue' },
      schedule: everyMorning,
    }),
  ]);
  const { member } = await erin.get<{ member: { id: string } }>('/session');
  const { requestId } = await dana.post<{ requestId: string }>(`/models/${contacts.modelId}/changes`, {
    content: { ...customers, query: `${customers.query}\n  and city <> 'Paris'` },
    basedOn: { version: 1 },
    action: 'submit',
    reviewers: [member.id],
    comment: 'The Paris shop closed: nobody there should get our mails any more.',
  });
  await until('the request to be there', async () => {
    const { status } = await erin.call('GET', `/approval-requests/${requestId}`, undefined, { expect: [200, 404] });
    return status === 200 ? true : undefined;
  });
}

interface SyncSeed {
  name: string;
  object: string;
  /** Column to field; the first one is the key. */
  fields: Record<string, string>;
  schedule: Schedule;
}

async function publishAndRun(
  member: ApiClient,
  { sourceId, destinationId }: ConnectedEnds,
  name: string,
  content: ModelContent,
  sync: SyncSeed,
): Promise<{ modelId: string; syncId: string }> {
  const { id: modelId } = await member.post<{ id: string }>('/models', {
    name,
    sourceId,
    content,
    action: 'publish_now',
  });
  const mapping = Object.entries(sync.fields).map(([column, field]) => ({ column, field }));
  const keys = mapping.slice(0, 1).map(({ field }) => field);
  const syncContent: SyncContent = {
    configuration: { modelId, destinationId, mode: 'upsert', object: sync.object, mapping, keys },
    schedule: sync.schedule,
  };
  const created = await member.post<{ id: string }>('/syncs', {
    name: sync.name,
    content: syncContent,
    action: 'publish_now',
  });
  await runOnce(member, created.id);
  return { modelId, syncId: created.id };
}

/** The scheduler hears of a publication a moment later: a run refused for that is asked for again. */
async function runOnce(member: ApiClient, syncId: string): Promise<void> {
  const run = await until(`a run of ${syncId} to start`, async () => {
    const { status, body } = await member.call<{ id: string }>(
      'POST',
      '/runs',
      { syncId },
      { expect: [201, 404, 409] },
    );
    return status === 201 ? body : undefined;
  });
  await until(`run ${run.id} to finish`, async () => {
    const { status } = await member.get<{ status: string }>(`/runs/${run.id}`);
    if (status === 'failed') throw new Error(`the seeded run ${run.id} failed`);
    return status === 'succeeded' ? true : undefined;
  });
}

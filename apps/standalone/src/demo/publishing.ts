import { until } from '../api/until.ts';
import { contactsSync, customersOf } from './contents.ts';
import type { Drafted } from './drafting.ts';
import { check } from './narrator.ts';
import type { Run, Stage } from './stage.ts';

/** Chapters 4 to 6: nothing runs before it is published; Erin approves; the schedule comes due and rows arrive. */
export async function publish(stage: Stage, { modelId, syncId, requestId }: Drafted): Promise<void> {
  await refused(stage, syncId);
  await approve(stage, { modelId, syncId, requestId });
  stage.narrator.chapter('6. The sync runs');
  await stage.narrator.step('Its schedule comes due, the gate opens, the rows move', async () => {
    const run = await stage.run(syncId, 'a run to succeed', ({ status }) => status === 'succeeded');
    check(run.trigger === 'schedule', 'it was not the schedule that started it');
    check(run.syncVersion === 1 && run.modelVersion === 1, 'it did not run on the versions that were approved');
    return { tell: countsOf(run), result: undefined };
  });
}

async function refused(stage: Stage, syncId: string): Promise<void> {
  const { narrator, erin, dana, sourceId, destinationId, stamp } = stage;
  narrator.chapter('4. Nothing runs before it is published');
  await narrator.step('Erin runs the drafted sync by hand', async () => {
    const refusal = await until('the scheduler to know the sync', async () => {
      const answer = await erin.call<{ code: string; details: { runId: string; code: string } }>(
        'POST',
        '/runs',
        { syncId },
        { expect: [404, 409] },
      );
      check(['run.refused', 'sync.not-found'].includes(answer.body.code), `the code is ${answer.body.code}`);
      return answer.status === 409 ? answer.body : undefined;
    });
    check(refusal.details.code === 'SYNC_NOT_PUBLISHED', `the code is ${refusal.details.code}`);
    const recorded = await stage.run(syncId, 'the refusal on record', ({ id }) => id === refusal.details.runId);
    check(recorded.status === 'refused', `it is recorded as ${recorded.status}`);
    return { tell: `409 ${refusal.code}: ${refusal.details.code}, and on record`, result: undefined };
  });
  const leadsId = await narrator.step(
    'Dana drafts another model, and Erin publishes a sync on it before that',
    async () => {
      const model = { name: `Leads ${stamp}`, sourceId, content: customersOf(['Oslo'], stamp), action: 'save_draft' };
      const { id: modelId } = await dana.post<{ id: string }>('/models', model);
      stage.made.push({ path: '/models', id: modelId });
      const content = contactsSync(modelId, destinationId, 'crm.story_leads');
      const sync = await erin.post<{ id: string; version: number }>('/syncs', {
        name: `Leads ${stamp}`,
        content,
        action: 'publish_now',
      });
      stage.made.push({ path: '/syncs', id: sync.id });
      return { tell: `sync version ${sync.version}, model without one`, result: sync.id };
    },
  );
  await narrator.step('It comes due and is refused', async () => {
    const run = await stage.run(leadsId, 'the refusal', ({ status }) => status === 'refused');
    check(run.code === 'MODEL_NOT_PUBLISHED' && run.trigger === 'schedule', `${run.trigger}: ${run.code}`);
    return { tell: `${run.code}, from its schedule`, result: undefined };
  });
}

async function approve(stage: Stage, { modelId, syncId, requestId }: Drafted): Promise<void> {
  const { narrator, erin } = stage;
  narrator.chapter('5. Erin, whom nobody chose as reviewer, decides');
  const etag = await narrator.step('She opens the request and sees what would go live', async () => {
    const { body, etag } = await stage.request(requestId, 'pending');
    check(
      body.items.length === 2 && body.items.every(({ changes }) => changes.length > 0),
      'the changes are not shown',
    );
    return {
      tell: `#${body.number}: ${body.items.map(({ name, changes }) => `${name} (${changes.length} changes)`).join(', ')}`,
      result: etag ?? '',
    };
  });
  const before = await stage.lastMail();
  await narrator.step('Approve & publish, for exactly what she saw (If-Match)', async () => {
    await erin.call('POST', `/approval-requests/${requestId}/approve`, {}, { ifMatch: etag, expect: [202] });
    await stage.request(requestId, 'published');
    return { tell: '202, and published', result: undefined };
  });
  await narrator.step('Both went live in one step', async () => {
    const versions = await Promise.all(
      [`/models/${modelId}`, `/syncs/${syncId}`].map((path) => erin.get<Resource>(path)),
    );
    check(
      versions.every(({ published, draft }) => published?.version === 1 && draft === null),
      'one of them is not live',
    );
    return { tell: 'model version 1, sync version 1, no drafts left', result: undefined };
  });
  await narrator.step('Dana is told', async () => {
    const mail = await until('the mail', async () => (await stage.mails(before, 'Dana'))[0]);
    return { tell: mail.subject, result: undefined };
  });
}

interface Resource {
  published: { version: number } | null;
  draft: object | null;
}

export function countsOf({ counts }: Run): string {
  check(counts !== null && counts.read > 0, 'no rows were read');
  const { read, added, changed, unchanged, rejected } = counts;
  check(rejected === 0 && added + changed + unchanged === read, 'the counts do not add up');
  return `${read} rows read: ${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected`;
}

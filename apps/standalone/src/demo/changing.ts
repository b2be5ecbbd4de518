import { until } from '../api/until.ts';
import { customersOf } from './contents.ts';
import type { Drafted } from './drafting.ts';
import { check } from './narrator.ts';
import { countsOf } from './publishing.ts';
import type { Stage } from './stage.ts';

interface Model {
  published: { version: number; content: { query: string } };
  draft: { state: string; revision: number } | null;
}

/** Chapter 7: an edit of the published model holds the sync until it is decided; the published version is untouched throughout. */
export async function change(stage: Stage, { modelId, syncId }: Drafted): Promise<void> {
  const { narrator, dana, erin, stamp, reviewerId } = stage;
  narrator.chapter('7. Dana changes the published model');
  const published = (await dana.get<Model>(`/models/${modelId}`)).published.content.query;
  const model = (): Promise<Model> => dana.get<Model>(`/models/${modelId}`);
  const untouched = async (): Promise<void> => {
    const { version, content } = (await model()).published;
    check(version === 1 && content.query === published, 'the published version is not what it was');
  };

  const first = await narrator.step('She submits a new query', async () => {
    const edit = {
      content: customersOf(['Berlin', 'Wien', 'Paris'], stamp),
      basedOn: { version: 1 },
      action: 'submit',
      reviewers: [reviewerId],
    };
    const { body } = await dana.call<{ requestId: string }>('POST', `/models/${modelId}/changes`, edit, {
      expect: [202],
    });
    await untouched();
    return { tell: `202, request ${body.requestId}; version 1 is what is live`, result: body.requestId };
  });
  await narrator.step('The sync comes due and is refused', async () => {
    const run = await stage.run(
      syncId,
      'the refusal',
      ({ status, code }) => status === 'refused' && code !== 'SYNC_NOT_PUBLISHED',
    );
    check(run.code === 'MODEL_HAS_UNPUBLISHED_CHANGES', `the code is ${run.code}`);
    return { tell: run.code, result: undefined };
  });
  const revision = await narrator.step('Withdraw request keeps the draft', async () => {
    await stage.request(first, 'pending');
    await dana.call('POST', `/approval-requests/${first}/withdraw`, {}, { expect: [202] });
    const { draft } = await until('the draft to be editable', async () => {
      const now = await model();
      return now.draft?.state === 'editing' ? now : undefined;
    });
    await untouched();
    return { tell: `revision ${draft!.revision}, editable again`, result: draft!.revision };
  });
  const second = await narrator.step('She submits it again', async () => {
    const command = { action: 'submit', items: [{ resourceId: modelId, revision }], reviewers: [reviewerId] };
    const { body } = await dana.call<{ requestId: string }>('POST', '/change-sets', command, { expect: [202] });
    await stage.request(body.requestId, 'pending');
    return { tell: `202, request ${body.requestId}`, result: body.requestId };
  });
  await narrator.step('Erin: Delete draft', async () => {
    await erin.call(
      'POST',
      `/approval-requests/${second}/delete-draft`,
      { comment: 'Not this quarter.' },
      { expect: [202] },
    );
    await until('the draft to be gone', async () => ((await model()).draft === null ? true : undefined));
    await untouched();
    return { tell: 'the draft is gone, version 1 is live', result: undefined };
  });
  await narrator.step('and the sync runs again', async () => {
    const known = await stage.runs(syncId);
    const run = await stage.run(syncId, 'a run to succeed', ({ status }) => status === 'succeeded', known);
    return { tell: countsOf(run), result: undefined };
  });
}

import { until } from '../api/until.ts';
import { signInAs } from '../seeds/sign-in-as.ts';
import { contactsSync, customersOf } from './contents.ts';
import { check } from './narrator.ts';
import { addressOf, type Stage } from './stage.ts';

export interface Drafted {
  modelId: string;
  syncId: string;
  requestId: string;
}

interface Saved {
  id: string;
  revision: number;
}

interface Refused {
  code?: string;
}

interface Saveable {
  saveOptions: { actions: string[] };
  published: object | null;
}

/** Chapters 1 to 3: approvals are switched on; Dana drafts a model and a sync and submits them; the reviewer gets a mail. */
export async function draft(stage: Stage): Promise<Drafted> {
  await switchOn(stage);
  const { modelId, syncId } = await saveAsDrafts(stage);
  return { modelId, syncId, requestId: await submit(stage, modelId, syncId) };
}

async function switchOn(stage: Stage): Promise<void> {
  const { narrator } = stage;
  narrator.chapter('1. Approvals are switched on');
  await narrator.step('Ada tries to, in the workspace on the free plan', async () => {
    const ada = await signInAs(stage.url, 'Ada', 'solo');
    const { body } = await stage.requireApprovals(ada, true, [409]);
    check(body.code === 'plan.business-required', `the code is ${body.code}`);
    return { tell: '409 plan.business-required', result: undefined };
  });
  await narrator.step('and in the one on the business plan', async () => {
    await stage.requireApprovals(stage.ada, true, [200]);
    return { tell: 'requireApprovals: true', result: undefined };
  });
}

async function saveAsDrafts(stage: Stage): Promise<{ modelId: string; syncId: string }> {
  const { narrator, dana, sourceId, destinationId, stamp } = stage;
  const model = { name: `Customers ${stamp}`, sourceId, content: customersOf(['Berlin', 'Wien'], stamp) };
  narrator.chapter('2. Dana, who may only draft, creates a model and a sync on it');
  const modelId = await narrator.step('Save as draft: the model', async () => {
    // The setting applies to a service once it has heard of it: until then she is refused.
    const saved = await until('the draft to be accepted', async () => {
      const input = { ...model, action: 'save_draft' };
      const { status, body } = await dana.call<Saved & Refused>('POST', '/models', input, { expect: [201, 403] });
      if (status === 201) return body;
      check(body.code === 'approvals.disabled-for-draft-role', `the code is ${body.code}`);
      return undefined;
    });
    stage.made.push({ path: '/models', id: saved.id });
    return { tell: `revision ${saved.revision}, no version`, result: saved.id };
  });
  await narrator.step('What the server says she may do with it', async () => {
    const { saveOptions, published } = await dana.get<Saveable>(`/models/${modelId}`);
    const actions = saveOptions.actions.toSorted().join(', ');
    check(actions === 'save_draft, submit', `her save options are ${actions}`);
    check(published === null, 'the draft is published');
    return { tell: actions, result: undefined };
  });
  await narrator.step('Publish now is refused', async () => {
    const content = customersOf(['Berlin'], stamp);
    const change = { content, basedOn: { revision: 1 }, action: 'publish_now' };
    const { body } = await dana.call<Refused>('POST', `/models/${modelId}/changes`, change, { expect: [403] });
    check(body.code === 'rights.missing', `the code is ${body.code}`);
    return { tell: `403 ${body.code}`, result: undefined };
  });
  const syncId = await narrator.step('Save as draft: the sync', async () => {
    const content = contactsSync(modelId, destinationId, 'crm.story_contacts');
    const saved = await dana.post<Saved>('/syncs', { name: `Contacts ${stamp}`, content, action: 'save_draft' });
    stage.made.push({ path: '/syncs', id: saved.id });
    return { tell: `revision ${saved.revision}, due every 2 seconds once it is published`, result: saved.id };
  });
  return { modelId, syncId };
}

async function submit(stage: Stage, modelId: string, syncId: string): Promise<string> {
  const { narrator, dana, stamp } = stage;
  const before = await stage.lastMail();
  const comment = `Berlin and Vienna first, as agreed with Sales (${stamp}).`;
  const requestId = await narrator.step('Submit both as one approval request, reviewer Sofia', async () => {
    const items = [modelId, syncId].map((resourceId) => ({ resourceId, revision: 1 }));
    const command = { action: 'submit', items, reviewers: [stage.reviewerId], comment };
    const { body } = await dana.call<{ requestId: string }>('POST', '/change-sets', command, { expect: [202] });
    return { tell: `202, request ${body.requestId}`, result: body.requestId };
  });
  narrator.chapter('3. The reviewer is told');
  await narrator.step('One mail arrives, for Sofia, and nobody else gets one', async () => {
    const mail = await until('the mail', async () => (await stage.mails(before, 'Sofia'))[0]);
    const parts = [mail.text, mail.html ?? ''];
    for (const expected of ['Dana', comment, 'Berlin', requestId]) {
      check(
        parts.every((part) => part.includes(expected)),
        `a part of the mail does not say ${expected}`,
      );
    }
    const all = await stage.mails(before);
    check(all.length === 1 && mail.to.join() === addressOf('Sofia'), `${all.length} mails were sent`);
    return { tell: mail.subject, result: undefined };
  });
  return requestId;
}

import { newId } from '@imprimatur/kernel';
import { eventually, modelContent, syncContent } from '@imprimatur/testing';
import { PASSWORD } from '../e2e/world.ts';
import type { InProcessWorld } from '../e2e/in-process-world.ts';
import { Client } from '../rights/client.ts';
import { workspaceOf } from '../rights/workspace-of.ts';

/** What ids there are, by what they are of. */
export const kinds = [
  ...['source', 'destination', 'model', 'sync', 'audience', 'journey', 'request', 'run', 'delivery'],
  ...['member', 'role', 'serviceAccount', 'token'],
] as const;
export type Kind = (typeof kinds)[number];
export type Ids = Record<Kind, string>;

/** A workspace that has one of everything, under the same names as its twin. */
export interface Twin {
  slug: string;
  workspaceId: string;
  boss: Client;
  ids: Ids;
}

/** What both call their things, for searches to find. */
export const SAME_NAME = 'Customers';

/** Ids as any other, that were never given to anything. */
export const nobodys = (): Ids => Object.fromEntries(kinds.map((kind) => [kind, newId()])) as Ids;

export async function twin(world: InProcessWorld, slug: string): Promise<Twin> {
  const member = (key: string, roleKey: 'admin' | 'workspace-editor') => {
    const name = key[0]!.toUpperCase() + key.slice(1);
    return { key, name, email: `${key}@${slug}.example`, password: PASSWORD, roleKey };
  };
  const members = [member('boss', 'admin'), member('dana', 'workspace-editor')];
  const seed = { slug, name: 'Twin', plan: 'business' as const, members };
  const { workspaceId } = await workspaceOf(world.databaseUrl('identity-roles'), seed);
  const signIn = (key: string): Promise<Client> =>
    Client.signIn(world, { email: `${key}@${slug}.example`, password: PASSWORD, workspace: slug });
  const [boss, dana] = [await signIn('boss'), await signIn('dana')];
  const { etag } = await boss.get('/workspace');
  const body = { requireApprovals: true };
  await boss.must({ method: 'PATCH', path: '/workspace/settings', body, ifMatch: etag! });
  await eventually(async () => {
    await boss.get('/models');
    await boss.get('/approval-requests');
  });
  return { slug, workspaceId, boss, ids: await oneOfEverything(world, boss, dana) };
}

async function oneOfEverything(world: InProcessWorld, boss: Client, dana: Client): Promise<Ids> {
  const make = async (path: string, fields: object): Promise<string> =>
    (await boss.post(path, { name: SAME_NAME, ...fields })).body.id as string;
  const source = await make('/sources', { type: 'postgres', ...world.warehouse.connection });
  const destination = await make('/destinations', { type: 'postgres', ...world.crm.connection });
  const content = modelContent();
  const publish = { action: 'publish_now' };
  const model = await make('/models', { sourceId: source, content, ...publish });
  const toCrm = { modelId: model, destinationId: destination };
  const sync = await make('/syncs', { content: syncContent({ configuration: toCrm }), ...publish });
  const draft = {
    content: syncContent({ configuration: { ...toCrm, object: 'contacts_2' } }),
    basedOn: { version: 1 },
  };
  await boss.post(`/syncs/${sync}/changes`, { ...draft, action: 'save_draft' });
  const audience = await make('/audiences', { content: { modelId: model, conditions: [] } });
  const enter = { kind: 'enter_destination', destinationId: destination, object: 'contacts' };
  const journey = await make('/journeys', { content: { audienceId: audience, steps: [enter] } });
  const grant = {
    scope: source,
    view: true,
    configure: false,
    models: 'none',
    syncs: 'none',
    approve: false,
    run: false,
  };
  const workspace = {
    settings: false,
    members: false,
    roles: false,
    audiences: false,
    journeys: false,
    auditLog: false,
  };
  const role = await make('/roles', { workspace, sources: [grant], destinations: [] });
  const run = await ran(boss, sync);
  const request = await submitted(boss, dana, model);
  const serviceAccount = await make('/service-accounts', { roleId: role });
  const token = await make(`/service-accounts/${serviceAccount}/tokens`, {});
  const delivery = await mailed(boss, request);
  const own = {
    source,
    destination,
    model,
    sync,
    audience,
    journey,
    request,
    run,
    delivery,
    role,
    serviceAccount,
    token,
  };
  return { ...own, member: dana.memberId };
}

async function ran(boss: Client, syncId: string): Promise<string> {
  const { body } = await eventually(() => boss.post('/runs', { syncId }), { timeoutMs: 20_000 });
  await eventually(
    async () => {
      const { status } = (await boss.get(`/runs/${body.id as string}`)).body as { status: string };
      if (!['succeeded', 'failed'].includes(status)) throw new Error(`the run is ${status}`);
    },
    { timeoutMs: 30_000 },
  );
  return body.id as string;
}

/** The first request of the workspace, with a comment, on a draft of the published model. */
async function submitted(boss: Client, dana: Client, modelId: string): Promise<string> {
  const content = modelContent({ query: 'select id, email, city from customers where id > 0' });
  const asking = { reviewers: [boss.memberId], comment: SAME_NAME };
  const change = { content, basedOn: { version: 1 }, action: 'submit', ...asking };
  const { requestId } = (await dana.post(`/models/${modelId}/changes`, change)).body as { requestId: string };
  await eventually(() => boss.post(`/approval-requests/${requestId}/comments`, { text: SAME_NAME }), {
    timeoutMs: 20_000,
  });
  return requestId;
}

async function mailed(boss: Client, requestId: string): Promise<string> {
  const found = await eventually(
    async () => {
      const { items } = (await boss.get(`/deliveries?requestId=${requestId}`)).body as {
        items: { id: string; state: string }[];
      };
      if (items[0]?.state !== 'sent') throw new Error('no mail was sent yet');
      return items[0];
    },
    { timeoutMs: 20_000 },
  );
  return found.id;
}

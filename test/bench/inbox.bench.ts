import { builtInRole } from '@imprimatur/abilities';
import { approvalsMigrations, createApprovalsApp } from '@imprimatur/approvals';
import { contentHash, derivedId, newId } from '@imprimatur/kernel';
import {
  localBus,
  modelContent,
  seedIdentity,
  seedMember,
  seedRole,
  syncContent,
  testDatabase,
  testServiceConfig,
  testSigner,
  type SeededMember,
  type SeededWorkspace,
} from '@imprimatur/testing';
import supertest from 'supertest';
import type { EntityManager } from 'typeorm';
import { measureReads, type Read } from './measure-reads.ts';

const REQUESTS = 5_000;
const SOURCES = 200;
const DESTINATIONS = 20;
const READS = 100;

const sourceOf = (n: number): string => derivedId('source', String(n % SOURCES));
const destinationOf = (n: number): string => derivedId('destination', String(n % DESTINATIONS));

const scattered = (n: number): number => Math.imul(n + 1, 0x9e3779b1) >>> 12;

/** How long the inbox takes its server, by who reads it and what they narrow it to. On approvals alone: reads ask no other service. */
export async function measureInbox(): Promise<void> {
  const database = await testDatabase({ entities: [], migrations: approvalsMigrations });
  const bus = await localBus();
  const service = await createApprovalsApp(testServiceConfig(database.url, bus.config));
  await service.start();
  await service.listen();
  try {
    const { manager } = service.dataSource;
    const signer = await testSigner();
    const workspace = await seedIdentity(manager, { signer });
    const scoped = await seedMember(manager, workspace.id, { roleId: await scopedRole(manager, workspace.id) });
    await fill(manager, workspace);
    const url = await service.app.getUrl();
    const reader = async (member: SeededMember): Promise<Read> => {
      const token = await signer.tokenFor(member);
      return (path) =>
        supertest(url).get(`/api/v1/approval-requests${path}`).set('authorization', `Bearer ${token}`).expect(200);
    };
    console.log(`inbox of ${REQUESTS} open requests, ${SOURCES} sources, ${DESTINATIONS} destinations:`);
    await measure(await reader(workspace.members.admin), 'who may approve everything');
    await measure(await reader(workspace.members['workspace-viewer']), 'who may approve nothing');
    await measure(await reader(scoped), `whose role has ${SOURCES} scoped grants`);
  } finally {
    await service.close();
    await Promise.all([database.drop(), bus.drop()]);
  }
}

function measure(read: Read, who: string): Promise<void> {
  const narrow = `sourceId=${sourceOf(8)}&kind=model`;
  const inboxes = {
    'to review': '',
    'to review, one source, models': `?${narrow}`,
    'to review, a text': '?q=orders',
    open: '?tab=open',
    'open, one source, models': `?tab=open&${narrow}`,
    'open, a text': '?tab=open&q=orders',
    'open, a text nowhere found': '?tab=open&q=nowhere',
    closed: '?tab=closed',
    counts: '/counts',
  };
  return measureReads(read, who, inboxes, READS);
}

/** Names every source: half of them may be viewed, a quarter approved. */
async function scopedRole(tx: EntityManager, workspaceId: string): Promise<string> {
  const admin = builtInRole('admin', newId());
  const sources = Array.from({ length: SOURCES }, (_, n) => ({
    ...admin.sources[0]!,
    scope: sourceOf(n),
    view: n % 2 === 0,
    approve: n % 4 === 0,
  }));
  await seedRole(tx, workspaceId, { ...admin, name: 'Scoped', builtIn: false, sources });
  return admin.id;
}

/** Three in five are about a model, one about a sync, one about both. Put there as the service would, without the bus. */
async function fill(tx: EntityManager, { id: workspaceId, members }: SeededWorkspace): Promise<void> {
  const requests = Array.from({ length: REQUESTS }, (_, n) =>
    requestOf(n, workspaceId, members['workspace-draft-editor'].id, members['workspace-editor'].id),
  );
  await tx.query(
    `insert into footprint select distinct on (id) workspace_id, id, key, items
       from jsonb_populate_recordset(null::footprint, $1)`,
    [JSON.stringify(requests.map(({ footprint }) => footprint))],
  );
  await insert(
    tx,
    'approval_request',
    requests.map(({ request }) => request),
  );
  await insert(
    tx,
    'request_item',
    requests.flatMap(({ items }) => items),
  );
  await insert(
    tx,
    'request_text',
    requests.flatMap(({ texts }) => texts),
  );
  await insert(
    tx,
    'reviewer',
    requests.map(({ reviewer }) => reviewer),
  );
  await tx.query(`insert into request_counter (workspace_id, last_number) values ($1, $2)`, [workspaceId, REQUESTS]);
  await tx.query('analyze');
}

const insert = (tx: EntityManager, table: string, rows: object[]): Promise<unknown> =>
  tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);

function requestOf(n: number, workspaceId: string, submitter: string, reviewer: string) {
  const id = newId();
  const items = [...(n % 5 === 3 ? [] : [itemOf('model', n)]), ...(n % 5 < 3 ? [] : [itemOf('sync', n)])].map(
    (item, position) => ({
      ...item,
      workspace_id: workspaceId,
      request_id: id,
      position,
      contributors: [submitter],
    }),
  );
  const judged = items.map(({ kind, ends }) => ({
    kind,
    ends: ends.map(({ sourceId, destinationId }) => ({ sourceId, destinationId })),
  }));
  const key = contentHash(judged);
  const footprint = { workspace_id: workspaceId, id: derivedId(workspaceId, key), key, items: judged };
  const comment = `Please look at the columns of change ${n}: finance needs them before the end of the quarter.`;
  const at = new Date().toISOString();
  return {
    footprint,
    items,
    request: {
      ...{
        workspace_id: workspaceId,
        id,
        number: n + 1,
        status: 'pending',
        submitted_by: submitter,
        submitted_at: at,
      },
      ...{ comment, required_approvals: 2, items_hash: key, attempt: 0, approved_by: [], version: 1 },
      ...{ footprint_id: footprint.id, contributors: [submitter] },
    },
    texts: [
      { workspace_id: workspaceId, number: n + 1, of_id: id, kind: 'comment', folded: comment.toLowerCase() },
      ...items.map(({ resource_id, name }) => ({
        ...{ workspace_id: workspaceId, number: n + 1, of_id: resource_id, kind: 'name', folded: name.toLowerCase() },
      })),
    ],
    reviewer: {
      workspace_id: workspaceId,
      request_id: id,
      member_id: reviewer,
      added_by: submitter,
      added_at: at,
    },
  };
}

function itemOf(kind: 'model' | 'sync', n: number) {
  const content = kind === 'model' ? modelContent({ query: 'select * from orders '.repeat(50) }) : syncContent();
  const destination = kind === 'sync' ? destinationOf(scattered(n) >> 8) : null;
  return {
    ...{ resource_id: newId(), kind, name: `${n % 50 === 0 ? 'Orders' : 'Customers'} ${n}`, revision: 2 },
    ...{ content_hash: contentHash(content), base_version: null, content, base_content: content, binding: null },
    ends: [
      {
        ...{ sourceId: sourceOf(scattered(n)), sourceName: 'warehouse', destinationId: destination },
        ...{ destinationName: destination && 'CRM', modelId: null, modelName: null },
      },
    ],
  };
}

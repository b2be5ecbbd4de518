import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { createResourcesApp, resourcesMigrations } from '@imprimatur/resources';
import {
  localBus,
  seedIdentity,
  seedMember,
  seedRole,
  testDatabase,
  testServiceConfig,
  testSigner,
  type SeededMember,
  type SeededWorkspace,
} from '@imprimatur/testing';
import { randomBytes } from 'node:crypto';
import supertest from 'supertest';
import type { EntityManager } from 'typeorm';
import { measureReads, type Read } from './measure-reads.ts';
import { fillShelf, type Shelf } from './resource-shelf.ts';

const SIZE = { ends: 200, resources: 5_000 };
const GRANTS = 200;
const READS = 200;

/** How long lists take their server with 10,000 resources in the workspace. On resources alone: reads ask no other service. */
export async function measureResourceLists(): Promise<void> {
  const database = await testDatabase({ entities: [], migrations: resourcesMigrations });
  const bus = await localBus();
  const sealingKeys = `bench:${randomBytes(32).toString('base64')}`;
  const service = await createResourcesApp({ ...testServiceConfig(database.url, bus.config), sealingKeys });
  await service.start();
  await service.listen();
  try {
    const { manager } = service.dataSource;
    const signer = await testSigner();
    const workspace = await seedIdentity(manager, { signer });
    const shelf = await fillShelf(manager, workspace.id, SIZE);
    const scoped = await seedMember(manager, workspace.id, { roleId: await scopedRole(manager, workspace, shelf) });
    const url = await service.app.getUrl();
    const reader = async (member: SeededMember): Promise<Read> => {
      const token = await signer.tokenFor(member);
      return (path) => supertest(url).get(`/api/v1/${path}`).set('authorization', `Bearer ${token}`).expect(200);
    };
    console.log(
      `lists of ${2 * SIZE.resources} models and syncs on ${SIZE.ends} sources and ${SIZE.ends} destinations:`,
    );
    await measure(await reader(workspace.members.admin), shelf, 'who may view everything');
    await measure(await reader(scoped), shelf, `whose role has ${GRANTS} scoped grants`);
  } finally {
    await service.close();
    await Promise.all([database.drop(), bus.drop()]);
  }
}

function measure(read: Read, shelf: Shelf, who: string): Promise<void> {
  const lists = {
    models: 'models',
    'syncs, 200 at once': 'syncs?limit=200',
    'models, a text of some': 'models?q=af',
    'models, a text nowhere found': 'models?q=nowhere',
    'models, drafted': 'models?state=drafted',
    'syncs, stale, which none is': 'syncs?state=stale',
    'syncs, one source': `syncs?sourceId=${shelf.sources[0]}`,
    'syncs, one destination, a text': `syncs?destinationId=${shelf.destinations[0]}&q=a`,
    sources: 'sources',
  };
  return measureReads(read, who, lists, READS);
}

/** Names a hundred sources and a hundred destinations: half of what there is. */
async function scopedRole(tx: EntityManager, { id, roles }: SeededWorkspace, shelf: Shelf): Promise<string> {
  const half = <Grant>(ids: readonly string[], grant: Grant): (Grant & { scope: string })[] =>
    ids.slice(0, GRANTS / 2).map((scope) => ({ ...grant, scope }));
  const role: RoleDocument = {
    ...roles['model-sync-editor'],
    ...{ id: newId(), name: 'A hundred each', builtIn: false },
    sources: half(shelf.sources, roles['model-sync-editor'].sources[0]!),
    destinations: half(shelf.destinations, roles['model-sync-editor'].destinations[0]!),
  };
  await seedRole(tx, id, role);
  return role.id;
}

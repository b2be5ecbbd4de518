import { DraftSubmitted, RequestApproved, PublicationApplied } from '@imprimatur/contracts';
import { syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { approvalOf } from './testing/decisions.fixture.ts';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember, type Scopes } from './testing/scoped-member.fixture.ts';

interface Pair {
  source: string;
  destination: string;
  model: string;
}

/** How far a member's rights on syncs go where a sync was, and where it goes. */
const reach = ['publish', 'draft', 'view', 'none'] as const;
type Reach = (typeof reach)[number];
const pairs = reach.flatMap((was) => reach.map((goes) => [was, goes] as const));
const weaker = (a: Reach, b: Reach): Reach => reach[Math.max(reach.indexOf(a), reach.indexOf(b))]!;

describe('a sync that moves to another model and destination', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;
  let [here, there]: Pair[] = [];

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
    here = await pair('here');
    there = await pair('there');
  });
  afterAll(() => world.close());

  async function pair(name: string): Promise<Pair> {
    const source = await world.connection(admin, 'sources', name);
    const destination = await world.connection(admin, 'destinations', name);
    return { source, destination, model: (await world.model(admin, source)).id };
  }

  const on = ({ model, destination }: Pair, object = 'contacts') =>
    syncContent({ configuration: { modelId: model, destinationId: destination, object } });

  async function who(was: Reach, goes: Reach): Promise<Caller> {
    const grants = [[here!, was] as const, [there!, goes] as const].filter(([, far]) => far !== 'none');
    const syncs = (far: Reach) => (far === 'view' ? 'none' : far);
    const scopes: Scopes = {
      sources: grants.map(([{ source }, far]) => ({
        scope: source,
        approve: false,
        models: 'none',
        syncs: syncs(far),
      })),
      destinations: grants.map(([{ destination }, far]) => ({ scope: destination, approve: false, syncs: syncs(far) })),
    };
    return scopedMember(world, workspace, scopes);
  }

  /** Published here; its draft, by the admin, would move it there. */
  async function moving(): Promise<string> {
    const { id } = await world.sync(admin, here!.model, here!.destination, { content: on(here!) });
    const move = { content: on(there!), basedOn: { version: 1 }, action: 'save_draft' };
    await world.call(admin, 'post', `/syncs/${id}/changes`, move).expect(200);
    return id;
  }

  it.each(pairs)(
    'is saved, submitted, published and deleted by the weaker right: %s here, %s there',
    async (was, goes) => {
      const by = await who(was, goes);
      const far = weaker(was, goes);
      const status = async (
        path: string,
        body: object,
        method: 'post' | 'delete' = 'post',
        tag?: number,
      ): Promise<number> => (await world.call(by, method, path, { ...body }, tag)).status;
      const { id: fresh } = await world.sync(admin, here!.model, here!.destination, { content: on(here!) });
      const move = (action: string) => ({
        content: on(there!),
        basedOn: { version: 1 },
        action,
        reviewers: [admin.id],
      });
      const unseen = was === 'none' || goes === 'none' ? 404 : null;
      const drafts = far === 'publish' || far === 'draft';
      expect(await status(`/syncs/${fresh}/changes`, move('publish_now'))).toBe(
        unseen ?? (far === 'publish' ? 200 : 403),
      );
      if (far !== 'publish') {
        expect(await status(`/syncs/${fresh}/changes`, move('save_draft'))).toBe(unseen ?? (drafts ? 200 : 403));
      }

      const id = await moving();
      const blind = was === 'none' ? 404 : null;
      const set = (action: string) => ({ action, items: [{ resourceId: id, revision: 2 }], reviewers: [admin.id] });
      expect((await world.call(by, 'get', `/syncs/${id}`)).status).toBe(blind ?? 200);
      if (far !== 'publish') {
        expect(await status('/change-sets', set('publish_now'))).toBe(blind ?? 403);
        expect(await status(`/syncs/${id}/draft`, {}, 'delete', 2)).toBe(blind ?? 403);
        const { body } = await world.call(admin, 'get', `/syncs/${id}`);
        expect(
          (await world.call(by, 'delete', `/syncs/${id}`, undefined, (body as { etag: string }).etag)).status,
        ).toBe(blind ?? 403);
      }
      if (!drafts) expect(await status('/change-sets', set('submit'))).toBe(blind ?? 403);
      else if (far === 'draft') expect(await status('/change-sets', set('submit'))).toBe(202);
      else expect(await status(`/syncs/${id}/draft`, {}, 'delete', 2)).toBe(204);
    },
  );

  it.each(pairs)('is shown with what they may do: %s here, %s there', async (was, goes) => {
    const by = await who(was, goes);
    const id = await moving();
    const read = await world.call(by, 'get', `/syncs/${id}`);
    if (was === 'none') return expect(read.status).toBe(404);
    const far = weaker(was, goes);
    const actions = {
      publish: ['publish_now', 'submit', 'save_draft'],
      draft: ['submit', 'save_draft'],
      view: [],
      none: [],
    }[far];
    const draft = goes === 'none' ? null : expect.objectContaining({ revision: 2 });
    const seen = { saveOptions: { actions }, hiddenDraft: goes === 'none', draft };
    expect(read.body).toMatchObject({ ...seen, hotfix: was === 'publish' });
    const { body } = await world.call(by, 'get', `/syncs?limit=200&modelId=${here!.model}`);
    expect((body as { items: { id: string }[] }).items.find((item) => item.id === id)).toMatchObject(seen);
    if (goes === 'none')
      for (const shown of [read.body, body]) expect(JSON.stringify(shown)).not.toContain(there!.destination);
  });

  it('takes a hotfix from who publishes where it is, whatever they may do where its draft goes', async () => {
    for (const goes of reach) {
      const id = await moving();
      const hotfix = { content: on(here!, `${goes}_contacts`), basedOn: { version: 1 }, action: 'publish_now' };
      await world.call(await who('publish', goes), 'post', `/syncs/${id}/changes`, hotfix).expect(200);
      await world.call(await who('draft', goes), 'post', `/syncs/${id}/changes`, hotfix).expect(403);
      const { body } = await world.call(admin, 'get', `/syncs/${id}`);
      expect(body).toMatchObject({ published: { version: 2 }, draft: { stale: true, revision: 2 } });
    }
  });

  it('is where it goes from the publication on, for who may view there', async () => {
    const id = await moving();
    const submit = { action: 'submit', items: [{ resourceId: id, revision: 2 }], reviewers: [admin.id] };
    const { body } = await world.call(admin, 'post', '/change-sets', submit).expect(202);
    const { requestId } = body as { requestId: string };
    const [submitted] = await world.eventsOf(DraftSubmitted, workspace.id, requestId);
    expect(submitted?.data.items[0]?.ends.map(({ destinationId }) => destinationId)).toEqual([
      there!.destination,
      here!.destination,
    ]);
    const [stays, follows] = [await who('publish', 'none'), await who('none', 'publish')];
    const seenBy = async (): Promise<number[]> =>
      Promise.all([stays, follows].map(async (by) => (await world.call(by, 'get', `/syncs/${id}`)).status));
    expect(await seenBy()).toEqual([200, 404]);
    await world.approvals.send(RequestApproved, workspace.id, requestId, approvalOf(submitted!.data, [admin.id]));
    await world.nextEvent(PublicationApplied, workspace.id, requestId);
    expect(await seenBy()).toEqual([404, 200]);
  });

  it('refers to what is of this workspace and in sight', async () => {
    const other = await world.workspace();
    const foreignSource = await world.connection(other.members.admin, 'sources');
    const foreign = {
      destination: await world.connection(other.members.admin, 'destinations'),
      model: (await world.model(other.members.admin, foreignSource)).id,
    };
    const id = await moving();
    for (const [to, code] of [
      [{ ...there!, destination: foreign.destination }, 'destination.not-found'],
      [{ ...there!, model: foreign.model }, 'model.not-found'],
    ] as const) {
      const change = { content: on(to), basedOn: { revision: 2 }, action: 'save_draft' };
      const { status, body } = await world.call(admin, 'post', `/syncs/${id}/changes`, change);
      expect([status, (body as { code: string }).code]).toEqual([404, code]);
    }
  });
});

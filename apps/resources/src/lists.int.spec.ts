import { modelContent, syncContent, type SeededWorkspace } from '@imprimatur/testing';
import { ResourcesWorld, type Caller } from './testing/resources-world.fixture.ts';
import { scopedMember } from './testing/scoped-member.fixture.ts';

interface Page {
  items: { id: string; name: string }[];
  nextCursor: string | null;
}

describe('lists and searches', () => {
  let world: ResourcesWorld;
  let workspace: SeededWorkspace;
  let admin: Caller;

  beforeAll(async () => {
    world = await ResourcesWorld.start();
    workspace = await world.workspace();
    admin = workspace.members.admin;
  });
  afterAll(() => world.close());

  const page = async (by: Caller, path: string): Promise<Page> =>
    (await world.call(by, 'get', path).expect(200)).body as Page;
  const names = async (by: Caller, path: string): Promise<string[]> =>
    (await page(by, path)).items.map(({ name }) => name);
  const query = (filter: Record<string, string>): string => new URLSearchParams(filter).toString();

  describe('of models', () => {
    let [first, second]: string[] = [];

    beforeAll(async () => {
      first = await world.connection(admin, 'sources', 'first');
      second = await world.connection(admin, 'sources', 'second');
      const change = async (id: string, body: object): Promise<void> => {
        const content = modelContent({ query: `select id, email, city from customers where ${id.length} > 0` });
        await world.call(admin, 'post', `/models/${id}/changes`, { content, basedOn: { version: 1 }, ...body });
      };
      await world.model(admin, first, { name: 'Published only', labels: ['finance'] });
      await world.model(admin, first, { name: 'New', action: 'save_draft', description: 'who pays 100% late' });
      const drafted = await world.model(admin, second, { name: 'drafted' });
      await change(drafted.id, { action: 'save_draft' });
      const asked = await world.model(admin, second, { name: 'asked_for' });
      await change(asked.id, { action: 'submit', reviewers: [admin.id] });
      const stale = await world.model(admin, second, { name: 'stale' });
      await change(stale.id, { action: 'save_draft' });
      await change(stale.id, {
        action: 'publish_now',
        content: modelContent({ query: 'select 1 as id, 2 as email, 3 as city' }),
      });
      const gone = await world.model(admin, first, { name: 'gone' });
      const path = `/models/${gone.id}`;
      await world.call(admin, 'delete', path, undefined, await world.etagOf(admin, path)).expect(204);
    });

    it.each([
      [{}, ['asked_for', 'drafted', 'New', 'Published only', 'stale']],
      [{ state: 'published' }, ['asked_for', 'drafted', 'Published only', 'stale']],
      [{ state: 'drafted' }, ['asked_for', 'drafted', 'New', 'stale']],
      [{ state: 'in_review' }, ['asked_for']],
      [{ state: 'stale' }, ['stale']],
      [{ q: 'ED' }, ['asked_for', 'drafted', 'Published only']],
      [{ q: '100%' }, ['New']],
      [{ q: '%' }, ['New']],
      [{ q: '_' }, ['asked_for']],
      [{ q: 'financ' }, ['Published only']],
      [{ q: 'gone' }, []],
      [{ q: 'ed', state: 'in_review' }, ['asked_for']],
    ])('finds %j', async (filter, expected) => {
      expect((await names(admin, `/models?${query(filter as Record<string, string>)}`)).toSorted()).toEqual(
        expected.toSorted(),
      );
    });

    it('finds those of a source, page after page, in the order of their names', async () => {
      const found: string[] = [];
      let cursor: string | null = '';
      do {
        const next: Page = await page(
          admin,
          `/models?${query({ sourceId: second!, limit: '2', ...(cursor && { cursor }) })}`,
        );
        expect(next.items.length).toBeLessThanOrEqual(2);
        found.push(...next.items.map(({ name }) => name));
        cursor = next.nextCursor;
      } while (cursor !== null);
      expect(found).toEqual(['asked_for', 'drafted', 'stale']);
    });

    it.each(['state=gone', 'q=', 'sourceId=1', 'limit=0', `q=${'x'.repeat(101)}`])('refuses %s', async (filter) => {
      await world.call(admin, 'get', `/models?${filter}`).expect(422);
    });

    it('finds sources and destinations by name', async () => {
      expect(await names(admin, '/sources?q=IRS')).toEqual(['first']);
      expect(await names(admin, '/sources?q=nowhere')).toEqual([]);
    });
  });

  describe('for a member who may view some ends', () => {
    interface Ends {
      sources: string[];
      destinations: string[];
      models: string[];
      sync: string;
    }
    let other: SeededWorkspace;
    let owner: Caller;
    let ends: Ends;
    /** The member sees the first source and the first destination. */
    let member: Caller;

    beforeAll(async () => {
      other = await world.workspace();
      owner = other.members.admin;
      const sources = [await world.connection(owner, 'sources', 'a'), await world.connection(owner, 'sources', 'b')];
      const destinations = [
        await world.connection(owner, 'destinations', 'a'),
        await world.connection(owner, 'destinations', 'b'),
      ];
      const models = [
        (await world.model(owner, sources[0]!, { name: 'ma' })).id,
        (await world.model(owner, sources[1]!, { name: 'mb' })).id,
      ];
      const { id: sync } = await world.sync(owner, models[0]!, destinations[0]!, { name: 'moves away' });
      ends = { sources, destinations, models, sync };
      await move(sync, models[1]!, destinations[1]!);
      const { id: coming } = await world.sync(owner, models[1]!, destinations[1]!, { name: 'moves here' });
      await move(coming, models[0]!, destinations[0]!);
      await world.sync(owner, models[0]!, destinations[1]!, { name: 'half', action: 'save_draft' });
      await world.sync(owner, models[0]!, destinations[0]!, { name: 'here', action: 'save_draft' });
      member = await scopedMember(world, other, { sources: [sources[0]!], destinations: [destinations[0]!] });
    });

    async function move(id: string, modelId: string, destinationId: string): Promise<void> {
      const content = syncContent({ configuration: { modelId, destinationId } });
      const body = { content, basedOn: { version: 1 }, action: 'save_draft' };
      await world.call(owner, 'post', `/syncs/${id}/changes`, body).expect(200);
    }

    it('shows a moving sync to who may view where it is, and its draft to who may view both', async () => {
      const everything = ['half', 'here', 'moves away', 'moves here'];
      expect(await names(owner, '/syncs')).toEqual(everything);
      expect(await names(member, '/syncs')).toEqual(['here', 'moves away']);
      const { body } = await world.call(member, 'get', '/syncs?q=moves').expect(200);
      expect(body).toMatchObject({ items: [{ name: 'moves away', draft: null, hiddenDraft: true }], nextCursor: null });
      expect(JSON.stringify(body)).not.toContain(ends.destinations[1]);
      expect(await names(member, '/models')).toEqual(['ma']);
      expect(await names(member, '/syncs?limit=1')).toEqual(['here']);
    });

    it('is not searched by what they may not view', async () => {
      const { models, destinations, sources } = ends;
      expect(await names(owner, `/syncs?destinationId=${destinations[1]}`)).toEqual([
        'half',
        'moves away',
        'moves here',
      ]);
      expect(await names(owner, `/syncs?modelId=${models[0]}&state=published`)).toEqual(['moves away', 'moves here']);
      expect(await names(owner, `/syncs?sourceId=${sources[1]}&q=away`)).toEqual(['moves away']);
      expect(await names(owner, '/syncs?state=drafted&q=away')).toEqual(['moves away']);
      for (const filter of [
        ...[`destinationId=${destinations[1]}`, `modelId=${models[1]}`, `sourceId=${sources[1]}`],
        ...['state=drafted&q=away', 'state=stale', 'q=half'],
      ])
        expect([filter, await names(member, `/syncs?${filter}`)]).toEqual([filter, []]);
      expect(await names(member, `/syncs?modelId=${models[0]}`)).toEqual(['here', 'moves away']);
    });

    it('says of a model only what its syncs let them see', async () => {
      const { models, destinations, sources } = ends;
      const syncsOf = async (by: Caller, id: string): Promise<string[]> => {
        const { body } = await world.call(by, 'get', `/models/${id}`).expect(200);
        return (body as { syncs: { name: string }[] }).syncs.map(({ name }) => name);
      };
      expect(await syncsOf(owner, models[1]!)).toEqual(['moves away', 'moves here']);
      expect(await syncsOf(member, models[0]!)).toEqual(['here', 'moves away']);
      const refusal = async (by: Caller, path: string, tag: string): Promise<unknown> => {
        const { body } = await world.call(by, 'delete', path, undefined, tag).expect(409);
        const { details } = body as { details: Record<string, unknown> };
        const named = (details.syncs ?? details.resources) as { name: string }[];
        return { count: details.count, hidden: details.hidden, names: named.map(({ name }) => name) };
      };
      const path = `/models/${models[0]}`;
      expect(await refusal(member, path, await world.etagOf(member, path))).toEqual({
        ...{ count: 4, hidden: 2, names: ['here', 'moves away'] },
      });
      expect(await refusal(member, `/destinations/${destinations[0]}`, '1')).toEqual({
        ...{ count: 3, hidden: 1, names: ['here', 'moves away'] },
      });
      const both = await scopedMember(world, other, { sources: [sources[0]!], destinations });
      expect(await refusal(both, `/destinations/${destinations[1]}`, '1')).toEqual({
        ...{ count: 3, hidden: 2, names: ['half'] },
      });
    });

    it('finds nothing of another workspace', async () => {
      for (const path of [`/syncs?modelId=${ends.models[0]}`, `/models?sourceId=${ends.sources[0]}`, '/syncs?q=moves'])
        expect(await names(admin, path)).toEqual([]);
    });
  });
});

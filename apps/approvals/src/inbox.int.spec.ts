import { Directory, type Actor } from '@imprimatur/access';
import type { SeededWorkspace } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { RequestListView } from './persistence/views/request-list.view.ts';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { submit, type Submitted } from './testing/submission.fixture.ts';

describe('the inbox', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;
  const open: Submitted[] = [];

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
    for (let number = 1; number <= 7; number++)
      open.push(await submit(world, dana, number % 2 ? [erin] : [memberOf(acme, 'admin')]));
    await world.call(erin, 'post', `/${open[0]!.id}/approve`).set('if-match', open[0]!.etag).expect(202);
    await world.call(dana, 'post', `/${open[1]!.id}/withdraw`).expect(202);
    const two = await submit(world, erin, [memberOf(acme, 'admin')], { requiredApprovals: 2 });
    await world.call(erin, 'post', `/${two.id}/approve`).set('if-match', two.etag).expect(202);
    open.push(two);
  });
  afterAll(() => world.close());

  const numbers = async (by: Caller, query: string): Promise<number[]> => {
    const { body } = await world.call(by, 'get', query).expect(200);
    return body.items.map(({ number }: { number: number }) => number);
  };

  it('shows what waits for my review: what I may approve and have not voted on', async () => {
    expect(await numbers(erin, '')).toEqual([7, 6, 5, 4, 3]);
    expect(await numbers(memberOf(acme, 'admin'), '?tab=to-review')).toEqual([8, 7, 6, 5, 4, 3]);
    expect(await numbers(dana, '?tab=to-review')).toEqual([]);
    expect(await numbers(memberOf(acme, 'workspace-viewer'), '?tab=to-review')).toEqual([]);
  });

  it('shows mine, the open and the closed ones, newest first', async () => {
    expect(await numbers(erin, '?tab=mine')).toEqual([8]);
    expect(await numbers(dana, '?tab=mine')).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(await numbers(dana, '?tab=open')).toEqual([8, 7, 6, 5, 4, 3, 1]);
    expect(await numbers(dana, '?tab=closed')).toEqual([2]);
  });

  it('refuses to be asked for what it does not know, rather than answer something else', async () => {
    const { body } = await world.call(dana, 'get', '?tab=open&status=approved').expect(422);
    expect(body).toMatchObject({ code: 'input.invalid', fields: [{ message: expect.stringContaining('"status"') }] });
  });

  it('says what each is about', async () => {
    const { body } = await world.call(erin, 'get', '?tab=open&limit=2').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        number: 8,
        status: 'pending',
        votes: 1,
        requiredApprovals: 2,
        chosen: false,
        settling: false,
      }),
      expect.objectContaining({
        number: 7,
        votes: 0,
        chosen: true,
        submittedBy: dana.id,
        submittedByName: 'The workspace-draft-editor',
      }),
    ]);
    const { body: closed } = await world.call(erin, 'get', '?tab=closed').expect(200);
    expect(closed.items).toMatchObject([{ status: 'withdrawn', settling: true, decidedBy: dana.id }]);
  });

  it('is read page by page, each request once', async () => {
    const pages: number[][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Response = await world
        .call(dana, 'get', `?tab=open&limit=3${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      pages.push(body.items.map(({ number }: { number: number }) => number));
      cursor = body.nextCursor;
    }
    expect(pages).toEqual([[8, 7, 6], [5, 4, 3], [1]]);
  });

  it.each([
    '?tab=all',
    '?limit=0',
    '?limit=201',
    '?cursor=rubbish',
    `?cursor=${Buffer.from('["x"]').toString('base64url')}`,
  ])('refuses %s', async (query) => {
    expect((await world.call(dana, 'get', query)).status).toBe(422);
  });

  it('takes one query for the requests and one for the names, however many there are', async () => {
    const view = world.service.app.get(RequestListView);
    const actor = await actorOf(erin);
    const { dataSource } = world.service;
    const original = dataSource.query.bind(dataSource);
    const asked: string[] = [];
    dataSource.query = ((...args: Parameters<typeof original>) => {
      asked.push(args[0]);
      return original(...args);
    }) as typeof dataSource.query;
    const { items } = await view.read(actor, { tab: 'open', limit: 50 });
    dataSource.query = original;
    expect(items).toHaveLength(7);
    expect(asked.filter((sql) => /approval_request|access_member/.test(sql))).toHaveLength(2);
  });

  const actorOf = async (caller: Caller): Promise<Actor> => {
    const actor = await world.service.app.get(Directory).actor(caller.workspaceId, caller.id);
    if (actor === null) throw new Error('not a member');
    return actor;
  };
});

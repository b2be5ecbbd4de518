import { builtInRole } from '@imprimatur/abilities';
import { Directory, type Actor } from '@imprimatur/access';
import { PublicationRejected } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import type { Response } from 'supertest';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { draftedModel, rejectionOf, submit, untilStatus, type Submitted } from './testing/submission.fixture.ts';
import { RequestListView } from './persistence/views/request-list.view.ts';

const [shared, secret] = [newId(), newId()];

describe('items that a member may not view', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;
  /** Everything an Admin may, on one source. */
  let ines: SeededMember;
  /** Views nothing at all. */
  let noel: SeededMember;
  let mixed: Submitted;
  let hidden: Submitted;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
    ines = await joins('Ines', (grants) => grants.map((grant) => ({ ...grant, scope: shared })));
    noel = await joins('Noel', () => []);
    const secretItem = () => draftedModel({ sourceId: secret, name: 'salaries', contributors: [dana.id] });
    mixed = await submit(world, dana, [erin], {
      items: [secretItem(), draftedModel({ sourceId: shared, name: 'customers' })],
    });
    hidden = await submit(world, dana, [erin], { items: [secretItem()] });
  });
  afterAll(() => world.close());

  type Grants = ReturnType<typeof builtInRole>['sources'];
  async function joins(name: string, sources: (grants: Grants) => Grants): Promise<SeededMember> {
    const { manager } = world.service.dataSource;
    const admin = builtInRole('admin', newId());
    await seedRole(manager, acme.id, { ...admin, builtIn: false, name, sources: sources(admin.sources) });
    const member = await seedMember(manager, acme.id, { roleId: admin.id, name });
    await world.signIn(member);
    return member;
  }

  it('appear as just that in the request, wherever they could show', async () => {
    const { body, text } = await world.call(ines, 'get', `/${mixed.id}`).expect(200);
    expect(body.items).toEqual([{ visible: false }, expect.objectContaining({ visible: true, name: 'customers' })]);
    expect(body.decision).toMatchObject({ mayApprove: false, mayPublishNow: false, mayWithdraw: false });
    expect(body.decision.reasons).toContainEqual(
      expect.objectContaining({ action: 'approve', code: 'approver.rights-missing' }),
    );
    for (const told of ['salaries', secret, mixed.items[0]!.resourceId]) expect(text).not.toContain(told);
  });

  it('are left out of what became of the request', async () => {
    const sourceItems = [draftedModel({ sourceId: secret, name: 'salaries' }), draftedModel({ sourceId: shared })];
    const request = await submit(world, dana, [erin], { items: sourceItems });
    await world.call(erin, 'post', `/${request.id}/approve`).set('if-match', request.etag).expect(202);
    await world.resources.send(PublicationRejected, acme.id, request.id, rejectionOf(request, 1));
    await untilStatus(world, ines, request.id, 'publish_failed');
    const { body, text } = await world.call(ines, 'get', `/${request.id}`).expect(200);
    expect(body.outcome.reasons).toEqual([expect.objectContaining({ resourceId: sourceItems[1]!.resourceId })]);
    expect(text).not.toContain('salaries');
    const { body: all } = await world.call(dana, 'get', `/${request.id}`).expect(200);
    expect(all.outcome.reasons).toHaveLength(2);
  });

  it('keep the request from being decided by who does not see them, without saying what they are', async () => {
    for (const command of ['approve', 'publish-now', 'withdraw', 'delete-draft']) {
      const call = world.call(ines, 'post', `/${mixed.id}/${command}`).set('if-match', mixed.etag);
      const answer = await call.send(command === 'delete-draft' ? { comment: 'no' } : {});
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('salaries');
    }
  });

  it('make a request that has no others unknown, to be read as to be decided', async () => {
    for (const caller of [ines, noel]) {
      expect((await world.call(caller, 'get', `/${hidden.id}`)).body.code).toBe('request.not-found');
      const commands = ['approve', 'publish-now', 'withdraw', 'delete-draft', 'retry', 'comments'];
      for (const command of commands) {
        const body = { 'delete-draft': { comment: 'no' }, comments: { text: 'hi' } }[command] ?? {};
        const answer = await world
          .call(caller, 'post', `/${hidden.id}/${command}`)
          .set('if-match', hidden.etag)
          .send(body);
        expect([command, answer.status]).toEqual([command, 404]);
      }
    }
  });

  it('do not make a request appear in a list, and do not tell their names there', async () => {
    const list = async (caller: Caller) => world.call(caller, 'get', '?tab=open').expect(200);
    const ofInes = await list(ines);
    expect(ofInes.body.items.map(({ id }: { id: string }) => id)).toContain(mixed.id);
    expect(ofInes.body.items.map(({ id }: { id: string }) => id)).not.toContain(hidden.id);
    expect(ofInes.text).not.toContain('salaries');
    expect(ofInes.body.items.find(({ id }: { id: string }) => id === mixed.id).items).toEqual([
      { visible: false },
      { visible: true, resourceId: mixed.items[1]!.resourceId, kind: 'model', name: 'customers' },
    ]);
    expect((await list(noel)).body).toEqual({ items: [], nextCursor: null });
  });
});

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

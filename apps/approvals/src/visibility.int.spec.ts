import { builtInRole } from '@imprimatur/abilities';
import { PublicationRejected } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { draftedModel, rejectionOf, submit, untilStatus, type Submitted } from './testing/submission.fixture.ts';

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

  it('appear as just that in what became of the request', async () => {
    const sourceItems = [draftedModel({ sourceId: secret, name: 'salaries' }), draftedModel({ sourceId: shared })];
    const request = await submit(world, dana, [erin], { items: sourceItems });
    await world.call(erin, 'post', `/${request.id}/approve`).set('if-match', request.etag).expect(202);
    await world.resources.send(PublicationRejected, acme.id, request.id, rejectionOf(request, 1));
    await untilStatus(world, ines, request.id, 'publish_failed');
    const { body, text } = await world.call(ines, 'get', `/${request.id}`).expect(200);
    expect(body.outcome.reasons).toEqual([
      { visible: false },
      expect.objectContaining({ visible: true, resourceId: sourceItems[1]!.resourceId }),
    ]);
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

import {
  defaultSettings,
  MemberState,
  RequestUnattended,
  RoleState,
  WorkspaceState,
  type RoleDocument,
} from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { Bus, Freshness } from '@imprimatur/messaging';
import { Logger } from '@imprimatur/service-kit';
import { eventually, seedMember, seedRole, type SeededMember, type SeededWorkspace } from '@imprimatur/testing';
import { DataSource } from 'typeorm';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { rejected, submit, type Submitted } from './testing/submission.fixture.ts';
import { UnattendedRequests } from './transport/unattended-requests.task.ts';
import { NoticeUnattended } from './use-cases/notice-unattended.ts';

describe('a request whose chosen reviewers cannot act any more', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let dana: Caller;
  let erin: Caller;
  let seq = 1;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    dana = memberOf(acme, 'workspace-draft-editor');
    erin = memberOf(acme, 'workspace-editor');
  });
  afterAll(() => world.close());

  const editor = async (role: RoleDocument = acme.roles['workspace-editor']): Promise<SeededMember> => {
    const member = await seedMember(world.service.dataSource.manager, acme.id, { roleId: role.id, name: 'Fay' });
    await world.signIn(member);
    return member;
  };
  const look = () => world.service.app.get(UnattendedRequests).lookAtAll();
  /** Another process of the service, or this one after a restart. */
  const replica = (): UnattendedRequests => {
    const { app } = world.service;
    return new UnattendedRequests(app.get(DataSource), app.get(Bus), app.get(NoticeUnattended), app.get(Logger));
  };
  const said = async ({ id }: Submitted) => {
    await look();
    return (await world.eventsOf(RequestUnattended, id)).map(({ data }) => data.reviewers);
  };
  const heard = (table: string, id: string) =>
    eventually(async () => {
      const rows = await world.service.dataSource.query(`select from ${table} where id = $1 and seq = $2`, [id, seq]);
      expect(rows).toHaveLength(1);
    });
  const change = async (member: SeededMember, over: { roleId?: string; deleted?: boolean; active?: boolean }) => {
    const { id, workspaceId, name, email, roleId } = member;
    const state = { id, workspaceId, name, email, roleId, kind: 'person' as const, active: true, deleted: false };
    await world.identity.send(MemberState, acme.id, id, { ...state, ...over, seq: ++seq });
    await heard('access_member', id);
  };

  it.each([
    ['left', () => ({ deleted: true })],
    ['was deactivated', () => ({ active: false })],
    ['has a role that does not approve', () => ({ roleId: acme.roles['workspace-viewer'].id })],
    ['has a role that is not there', () => ({ roleId: newId() })],
  ])('because the only one %s, is said once', async (_, over) => {
    const fay = await editor();
    const request = await submit(world, dana, [fay]);
    expect(await said(request)).toEqual([]);
    await change(fay, over());
    expect(await said(request)).toEqual([[fay.id]]);
    const [event] = await world.eventsOf(RequestUnattended, request.id);
    expect(event).toMatchObject({ actor: null, data: { submittedBy: dana.id, participants: [dana.id, fay.id] } });
    await change(fay, {});
    await change(fay, over());
    expect(await said(request)).toHaveLength(1);
  });

  it('because their role was edited, is said', async () => {
    const role = { ...acme.roles['workspace-editor'], id: newId(), name: 'Reviewers', builtIn: false };
    await seedRole(world.service.dataSource.manager, acme.id, role);
    const request = await submit(world, dana, [await editor(role), await editor(role)]);
    expect(await said(request)).toEqual([]);
    const edited = { ...role, sources: role.sources.map((grant) => ({ ...grant, approve: false })) };
    const state = { id: role.id, workspaceId: acme.id, deleted: false, role: edited };
    await world.identity.send(RoleState, acme.id, role.id, { ...state, seq: ++seq });
    await heard('access_role', role.id);
    expect(await said(request)).toHaveLength(1);
  });

  it('is not said while one of them can', async () => {
    const [fay, flo] = [await editor(), await editor()];
    const request = await submit(world, dana, [fay, flo]);
    await change(fay, { deleted: true });
    expect(await said(request)).toEqual([]);
    await change(flo, { deleted: true });
    expect((await said(request)).map((reviewers) => reviewers.toSorted())).toEqual([[fay.id, flo.id].toSorted()]);
  });

  it('is said anew of others that were chosen in their place', async () => {
    const [fay, flo] = [await editor(), await editor()];
    const request = await submit(world, dana, [fay]);
    await change(fay, { active: false });
    expect(await said(request)).toHaveLength(1);
    await world
      .call(dana, 'put', `/${request.id}/reviewers`)
      .send({ add: [flo.id] })
      .expect(200);
    expect(await said(request)).toHaveLength(1);
    await change(flo, { active: false });
    expect(await said(request)).toHaveLength(2);
    await world
      .call(dana, 'put', `/${request.id}/reviewers`)
      .send({ remove: [flo.id] })
      .expect(200);
    expect(await said(request)).toHaveLength(3);
    await world
      .call(dana, 'put', `/${request.id}/reviewers`)
      .send({ remove: [fay.id] })
      .expect(200);
    expect(await said(request)).toHaveLength(3);
  });

  it('is said once by two processes that notice at the same time', async () => {
    const fay = await editor();
    const requests = await Promise.all(Array.from({ length: 10 }, () => submit(world, dana, [fay])));
    await change(fay, { deleted: true });
    await Promise.all([look(), replica().lookAtAll(), replica().lookAtAll(), replica().lookAtAll()]);
    for (const request of requests) expect(await said(request)).toHaveLength(1);
  });

  it('is not said of one that is decided, and is said of one that could not be published', async () => {
    const fay = await editor();
    const [withdrawn, approved, failed] = [
      await submit(world, dana, [fay]),
      await submit(world, dana, [fay]),
      await submit(world, dana, [fay]),
    ];
    await world.call(dana, 'post', `/${withdrawn.id}/withdraw`).expect(202);
    const approve = ({ id, etag }: Submitted) => world.call(erin, 'post', `/${id}/approve`).set('if-match', etag);
    await approve(approved).expect(202);
    await change(fay, { deleted: true });
    await rejected(world, [failed], approve);
    expect([await said(withdrawn), await said(approved), await said(failed)]).toEqual([[], [], [[fay.id]]]);
  });

  it('is not said of reviewers that were never heard of; they may be on their way', async () => {
    const early = { ...(await editor()), id: newId() };
    const request = await submit(world, dana, [early]);
    expect(await said(request)).toEqual([]);
    await change(early, { active: false });
    expect(await said(request)).toEqual([[early.id]]);
  });

  it('because of a setting, is said as well', async () => {
    const solo = await world.workspace();
    const [ed, admin] = [memberOf(solo, 'workspace-editor'), memberOf(solo, 'admin')];
    const request = await submit(world, ed, [ed]);
    expect(await said(request)).toEqual([]);
    const settings = { ...defaultSettings, requireApprovals: true, selfApproval: 'never' as const };
    const state = {
      id: solo.id,
      workspaceId: solo.id,
      slug: solo.slug,
      name: 'Solo',
      plan: 'business' as const,
      settings,
      deleted: false,
    };
    await world.identity.send(WorkspaceState, solo.id, solo.id, { ...state, seq: ++seq }, admin.id);
    await heard('access_workspace', solo.id);
    expect(await said(request)).toEqual([[ed.id]]);
  });

  it('is not said while rights cannot be confirmed', async () => {
    const fay = await editor();
    const request = await submit(world, dana, [fay]);
    const freshness = world.service.app.get(Freshness);
    await world.identity.stop();
    await world.service.dataSource.query(`update projection_beat set at = at - interval '6 s'`);
    expect(await freshness.behind(acme.id)).toBe(true);
    await world.service.dataSource.query('update access_member set active = false, seq = seq + 1 where id = $1', [
      fay.id,
    ]);
    expect(await said(request)).toEqual([]);
    await world.service.dataSource.query(`update projection_beat set at = now()`);
    expect(await said(request)).toEqual([[fay.id]]);
  });
});

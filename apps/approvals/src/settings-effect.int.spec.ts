import type { SeededWorkspace } from '@imprimatur/testing';
import { seedMember } from '@imprimatur/testing';
import { ApprovalsWorld, memberOf, type Caller } from './testing/approvals-world.fixture.ts';
import { submit } from './testing/submission.fixture.ts';

describe('the effect of settings, before they are saved', () => {
  let world: ApprovalsWorld;
  let acme: SeededWorkspace;
  let admin: Caller;

  beforeAll(async () => {
    world = await ApprovalsWorld.start();
    acme = await world.workspace();
    admin = memberOf(acme, 'admin');
  });
  afterAll(() => world.close());

  const effect = (by: Caller, body: object) => world.call(by, 'post', '/settings-effect').send(body);

  it('is counted over active members and open requests, and changes nothing', async () => {
    const { manager } = world.service.dataSource;
    await seedMember(manager, acme.id, { roleId: acme.roles['workspace-draft-editor'].id, kind: 'service' });
    await seedMember(manager, acme.id, { roleId: acme.roles.admin.id, active: false });
    const [erin, dana] = [memberOf(acme, 'workspace-editor'), memberOf(acme, 'workspace-draft-editor')];
    await submit(world, dana, [erin]);
    await submit(world, dana, [erin], { requiredApprovals: 5 });
    const ended = await submit(world, dana, [erin]);
    await world.call(dana, 'post', `/${ended.id}/withdraw`).expect(202);

    const members = { keepPublishNow: 6, viewOnly: 2 };
    const { body: on } = await effect(admin, {}).expect(200);
    expect(on.members).toEqual({ ...members, mustRequestApproval: 2, cannotSave: 0 });
    expect(on.openRequests).toEqual({ count: 2, withoutApprover: 0, losingLastApprover: 0, withoutQuorum: 0 });
    const { body: off } = await effect(admin, { requireApprovals: false }).expect(200);
    expect(off.members).toEqual({ ...members, mustRequestApproval: 0, cannotSave: 2 });
    expect(off.settings).toEqual({ ...on.settings, requireApprovals: false });
    const { body: after } = await effect(admin, {}).expect(200);
    expect(after.settings).toMatchObject({ requireApprovals: true });
  });

  it('says which requests would lose their last approver', async () => {
    const solo = await world.workspace();
    const boss = memberOf(solo, 'admin');
    await submit(world, boss, [boss]);
    await world.service.dataSource.query(
      'update access_member set active = false where workspace_id = $1 and id <> $2',
      [solo.id, boss.id],
    );
    const { body } = await effect(boss, { selfApproval: 'never' }).expect(200);
    expect(body.openRequests).toEqual({ count: 1, withoutApprover: 1, losingLastApprover: 1, withoutQuorum: 1 });
  });

  it('takes the right to change settings, and settings that there are', async () => {
    const editor = memberOf(acme, 'workspace-editor');
    expect((await effect(editor, {})).body).toMatchObject({ status: 403, code: 'rights.missing' });
    for (const body of [{ requiredApprovals: 6 }, { selfApproval: 'sometimes' }, { approvals: true }])
      expect((await effect(admin, body)).body).toMatchObject({ status: 422, code: 'input.invalid' });
  });
});

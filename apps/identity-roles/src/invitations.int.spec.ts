import { builtInRoleId } from './domain/role.ts';
import { identityWorld, PASSWORD, type Workspace } from './testing/identity-world.fixture.ts';
import { PeopleApi } from './testing/people-api.fixture.ts';

const DAY_MS = 86_400_000;
const invalid = { status: 401, body: { code: 'password-link.invalid' } };
const notInvited = { status: 409, body: { code: 'member.not-invited' } };

describe('an invitation', () => {
  const world = identityWorld();
  let ada: PeopleApi;
  let beta: Workspace;

  beforeAll(async () => {
    ada = new PeopleApi(world, world.acme);
    beta = await world.workspace();
  });

  const statusOf = async (id: string): Promise<string> => (await ada.member(id).expect(200)).body.status;

  it('tells notifications all that stands in the mail, the link as ciphertext', async () => {
    const { body } = await ada.add('Nora').expect(201);
    const events = (await world.events(world.acme.workspaceId)).filter(({ subject }) => subject === body.id);
    expect(events.map(({ type }) => type)).toEqual([
      expect.stringContaining('identity.member.state'),
      expect.stringContaining('identity.member.invited'),
    ]);
    expect(events[1]!.data).toEqual({
      memberId: body.id,
      name: 'Nora',
      email: `nora@${world.acme.slug}.example.com`,
      workspaceName: world.acme.slug.toUpperCase(),
      linkId: expect.any(String),
      link: { keyId: 'links', nonce: expect.any(String), ciphertext: expect.any(String), tag: expect.any(String) },
      expiresAt: body.expiresAt,
      invitedBy: { memberId: world.acme.people.admin.id, name: 'Admin' },
    });
  });

  it('waits seven days to be accepted', async () => {
    const [early, late] = [await ada.added('Early'), await ada.added('Late')];
    world.clock.advance(7 * DAY_MS - 1);
    await world.choosePassword(early.link).expect(204);
    world.clock.advance(1);
    expect(await world.choosePassword(late.link)).toMatchObject(invalid);
    world.clock.advance(-7 * DAY_MS);
  });

  it('makes a member who is invited, then active, then perhaps deactivated', async () => {
    const { id, link } = await ada.added('Step', 'workspace-draft-editor');
    expect((await ada.member(id)).body).toMatchObject({
      ...{ status: 'invited', active: true, mustRequestApproval: { models: 'all', syncs: 'all' } },
    });
    await world.choosePassword(link).expect(204);
    expect(await statusOf(id)).toBe('active');
    await ada.change(id, { active: false });
    expect(await statusOf(id)).toBe('deactivated');
  });

  describe('sent again', () => {
    it('kills the link of before', async () => {
      const { id, link, email } = await ada.added('Twice');
      const { body } = await ada.inviteAgain(id).expect(202);
      expect(body).toEqual({ expiresAt: new Date(world.clock.now().getTime() + 7 * DAY_MS).toISOString() });
      const second = await world.linkOf(id);
      expect(second).not.toBe(link);
      expect(await world.choosePassword(link)).toMatchObject(invalid);
      await world.choosePassword(second).expect(204);
      await world.signIn(email).expect(200);
    });

    it('goes to nobody who has a password, is deactivated, or no person', async () => {
      expect(await ada.inviteAgain(world.acme.people['sync-editor'].id)).toMatchObject(notInvited);
      const { id } = await ada.added('Away');
      await ada.change(id, { active: false });
      expect(await ada.inviteAgain(id)).toMatchObject(notInvited);
      const { body } = await ada.addRobot().expect(201);
      expect(await ada.inviteAgain(body.id)).toMatchObject(notInvited);
    });

    it('takes the right to look after members, here', async () => {
      const { id } = await ada.added('Guarded');
      const viewer = new PeopleApi(world, world.acme, world.acme.people['workspace-editor'].token);
      expect(await viewer.inviteAgain(id)).toMatchObject({ status: 403, body: { code: 'rights.missing' } });
      const foreign = new PeopleApi(world, beta);
      expect(await foreign.inviteAgain(id)).toMatchObject({ status: 404, body: { code: 'member.not-found' } });
      await ada.remove(id);
      expect(await ada.inviteAgain(id)).toMatchObject({ status: 404, body: { code: 'member.not-found' } });
    });
  });

  it('fills nobody’s mailbox, whether it is sent again or its member is removed and added again', async () => {
    const tooOften = { status: 429, body: { code: 'member.invited-too-often' } };
    const { id } = await ada.added('Flood');
    for (let again = 0; again < 4; again++) await ada.inviteAgain(id).expect(202);
    const link = await world.linkOf(id);
    expect(await ada.inviteAgain(id)).toMatchObject(tooOften);
    expect(await world.linkOf(id)).toBe(link);
    await ada.remove(id);
    expect(await ada.add('Flood')).toMatchObject(tooOften);
    await ada.add('Patient').expect(201);
    world.clock.advance(2_000);
    await ada.add('Flood').expect(201);
    world.clock.advance(-2_000);
  });

  it('ends with deactivation, and has to be sent again after reactivation', async () => {
    const { id, link } = await ada.added('Paused');
    await ada.change(id, { active: false });
    expect(await world.choosePassword(link)).toMatchObject(invalid);
    await ada.change(id, { active: true });
    expect(await world.choosePassword(link)).toMatchObject(invalid);
    await ada.inviteAgain(id).expect(202);
    await world.choosePassword(await world.linkOf(id)).expect(204);
  });

  it('that nobody accepted yet makes no Admin who could let the workspace in again', async () => {
    const gamma = await world.workspace();
    const last = new PeopleApi(world, gamma);
    const { link } = await last.added('Heir', 'admin');
    const stepDown = () =>
      last.change(gamma.people.admin.id, { roleId: builtInRoleId(gamma.workspaceId, 'sync-editor') });
    expect(await stepDown()).toMatchObject({ status: 409, body: { code: 'member.last-admin' } });
    await world.choosePassword(link, PASSWORD).expect(204);
    expect(await stepDown()).toMatchObject({ status: 200 });
  });
});

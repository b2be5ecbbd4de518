import { identityWorld } from './testing/identity-world.fixture.ts';
import { PeopleApi } from './testing/people-api.fixture.ts';

describe('what another role would change for a member', () => {
  const world = identityWorld();
  const effect = (id: string, roleId: string, token = world.acme.people.admin.token) =>
    world.send('post', `/members/${id}/effect`, token).send({ roleId });

  it('is told before anything is changed', async () => {
    const acme = await world.workspace('business', true);
    const ada = new PeopleApi(world, acme);
    const dana = acme.people['workspace-draft-editor'];
    const { body } = await effect(dana.id, ada.role('sync-editor'), acme.people.admin.token).expect(200);
    const drafts = ['submit', 'save_draft'];
    const all = ['publish_now', ...drafts];
    expect(body.before).toEqual({
      role: { id: ada.role('workspace-draft-editor'), name: 'Workspace draft editor' },
      saveOptions: {
        models: { everywhere: drafts, somewhere: drafts },
        syncs: { everywhere: drafts, somewhere: drafts },
      },
      mustRequestApproval: { models: 'all', syncs: 'all' },
    });
    expect(body.after).toMatchObject({
      saveOptions: { models: { everywhere: [], somewhere: [] }, syncs: { everywhere: all, somewhere: all } },
      mustRequestApproval: { models: 'none', syncs: 'none' },
    });
    expect(body.gained).toEqual([
      ...['sources.all.syncs', 'sources.all.approve', 'sources.all.run'],
      ...['destinations.all.syncs', 'destinations.all.approve', 'destinations.all.run'],
    ]);
    expect(body.lost).toEqual(['workspace.audiences', 'workspace.journeys', 'sources.all.models']);
    expect(body.refusal).toBeNull();
    expect((await ada.member(dana.id)).body).toMatchObject({ version: 1, role: { name: 'Workspace draft editor' } });
  });

  it('says why it would be refused', async () => {
    const ada = new PeopleApi(world, world.acme);
    const { id } = world.acme.people.admin;
    const stepDown = await effect(id, ada.role('workspace-viewer')).expect(200);
    expect(stepDown.body.refusal).toEqual({ code: 'member.last-admin' });
    expect((await effect(id, ada.role('admin'))).body).toMatchObject({ gained: [], lost: [], refusal: null });
    const { secret } = await ada.robot('admin');
    const { accessToken } = (await ada.exchange(secret)).body;
    const viewer = world.acme.people['workspace-viewer'].id;
    const byRobot = await effect(viewer, ada.role('audience-editor'), accessToken).expect(200);
    expect(byRobot.body.refusal).toEqual({
      code: 'role.exceeds-own',
      exceeding: ['sources.all.approve', 'destinations.all.approve'],
    });
  });

  it('is for those who look after members, of members and roles that are there', async () => {
    const beta = await world.workspace();
    const ada = new PeopleApi(world, world.acme);
    const { id } = world.acme.people['sync-editor'];
    const viewer = ada.role('workspace-viewer');
    expect(await effect(id, viewer, world.acme.people['workspace-editor'].token)).toMatchObject({ status: 403 });
    expect(await effect(beta.people['sync-editor'].id, viewer)).toMatchObject({ body: { code: 'member.not-found' } });
    const foreign = new PeopleApi(world, beta).role('workspace-viewer');
    expect(await effect(id, foreign)).toMatchObject({ status: 404, body: { code: 'role.not-found' } });
  });
});

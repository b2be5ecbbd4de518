import { defaultSettings } from '@imprimatur/contracts';
import { systemCause } from '@imprimatur/messaging';
import { identityWorld, type Workspace } from './testing/identity-world.fixture.ts';
import { operatorUseCases } from './use-cases/operator/operator-use-cases.ts';

const world = identityWorld();

describe('the workspace', () => {
  const change = (of: Workspace, patch: object, ifMatch?: string) => {
    const test = world.send('patch', '/workspace/settings', of.people.admin.token).send(patch);
    return ifMatch === undefined ? test : test.set('if-match', ifMatch);
  };

  it('is shown to every member, with the tag to change it with', async () => {
    const acme = await world.workspace('pro');
    const { body, headers } = await world.send('get', '/workspace', acme.people['workspace-viewer'].token).expect(200);
    expect(headers.etag).toBe('"1"');
    expect(body).toEqual({
      id: acme.workspaceId,
      slug: acme.slug,
      name: acme.slug.toUpperCase(),
      plan: 'pro',
      settings: defaultSettings,
      version: 1,
    });
  });

  it('changes its settings once, to what was seen', async () => {
    const acme = await world.workspace();
    const changed = await change(acme, { requireApprovals: true, requiredApprovals: 2 }, '"1"').expect(200);
    expect(changed.headers.etag).toBe('"2"');
    expect(changed.body).toMatchObject({ version: 2, settings: { requireApprovals: true, requiredApprovals: 2 } });
    expect(await change(acme, { requireApprovals: false }, '"1"')).toMatchObject({
      status: 412,
      body: { code: 'workspace.stale', details: { version: 2 } },
    });
    expect(await change(acme, { requireApprovals: false })).toMatchObject({ status: 428 });
  });

  it('lets one of several win that change it at once', async () => {
    const acme = await world.workspace();
    const answers = await Promise.all([2, 3, 4, 5].map((n) => change(acme, { requiredApprovals: n }, '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('requires approvals on the plan business only, and can always stop', async () => {
    const solo = await world.workspace('free');
    expect(await change(solo, { requireApprovals: true }, '"1"')).toMatchObject({
      status: 409,
      body: { code: 'plan.business-required', details: { plan: 'free' } },
    });
    const acme = await world.workspace('business', true);
    await world.service.dataSource.transaction((tx) =>
      operatorUseCases().changePlan.execute(tx, systemCause(), { workspaceId: acme.workspaceId, plan: 'free' }),
    );
    await change(acme, { selfApproval: 'never' }, '"2"').expect(200);
    await change(acme, { requireApprovals: false }, '"3"').expect(200);
    await change(acme, { requireApprovals: true }, '"4"').expect(409);
  });

  it.each([
    [{ requiredApprovals: 0 }, '/requiredApprovals'],
    [{ requiredApprovals: '2' }, '/requiredApprovals'],
    [{ selfApproval: 'sometimes' }, '/selfApproval'],
    [{ timeZone: 'Mars/Olympus' }, '/timeZone'],
    [{ plan: 'business' }, ''],
    [{ version: 9 }, ''],
  ])('refuses %j', async (patch, path) => {
    const acme = await world.workspace();
    const answer = await change(acme, patch, '"1"');
    expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid', fields: [{ path }] } });
  });

  it('tells the other services what changed, and nothing when nothing did', async () => {
    const acme = await world.workspace();
    await change(acme, { timeZone: 'UTC' }, '"1"').expect(200);
    await change(acme, { timeZone: 'Europe/Berlin' }, '"1"').expect(200);
    const events = (await world.events(acme.workspaceId)).filter(({ type }) => type.includes('.workspace.'));
    expect(events.map(({ data }) => [data['seq'], data['settings']])).toEqual([
      [1, defaultSettings],
      [2, { ...defaultSettings, timeZone: 'Europe/Berlin' }],
    ]);
  });

  it('is told to others in an order in which nobody meets an unknown id', async () => {
    const acme = await world.workspace();
    const kinds = (await world.events(acme.workspaceId)).map(({ type }) => type.split('.')[3]);
    expect(kinds).toEqual(['workspace', ...Array<string>(9).fill('role'), ...Array<string>(9).fill('member')]);
  });
});

describe('roles', () => {
  it('are shown to every member; those of other workspaces do not exist', async () => {
    const beta = await world.workspace();
    const token = world.acme.people['workspace-viewer'].token;
    const { body } = await world.send('get', '/roles', token).expect(200);
    expect(body.items).toHaveLength(9);
    const one = await world.send('get', `/roles/${body.items[0].id}`, token).expect(200);
    expect(one.body).toEqual(body.items[0]);
    const other = await world.send('get', '/roles', beta.people.admin.token);
    await world.send('get', `/roles/${other.body.items[0].id}`, token).expect(404);
    await world.send('get', '/roles/not-an-id', token).expect(422);
  });
});

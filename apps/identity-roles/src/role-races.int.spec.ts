import { jest } from '@jest/globals';
import { raceRounds } from '@imprimatur/testing';
import { builtInRoleId } from './domain/role.ts';
import { identityWorld } from './testing/identity-world.fixture.ts';
import { roleContent } from './testing/role-content.fixture.ts';
import { RolesApi } from './testing/roles-api.fixture.ts';

jest.setTimeout(60_000 + raceRounds * 1_000);

describe('two changes of roles at once', () => {
  const world = identityWorld();
  const ada = (): RolesApi => new RolesApi(world, world.acme.people.admin.token);
  const viewer = (): string => builtInRoleId(world.acme.workspaceId, 'workspace-viewer');
  const dana = () => world.acme.people['workspace-draft-editor'];
  const outcome = ({ status, body }: { status: number; body: { code?: string } }): string =>
    body.code === undefined ? String(status) : `${status} ${body.code}`;
  const seqsOf = async (id: string): Promise<unknown[]> =>
    (await world.events(world.acme.workspaceId))
      .filter(({ type, subject }) => type.includes('role.state') && subject === id)
      .map(({ data }) => data.seq);

  // Legal: the role is gone and was never given; or it was given, and stays.
  it(`delete and assign: nobody is left with a role that is gone, ${raceRounds} times`, async () => {
    for (let round = 0; round < raceRounds; round++) {
      const { id } = await ada().created(roleContent({ name: `Contested ${round}` }));
      const [gone, given] = await Promise.all([ada().delete(id, 1), ada().assign(dana(), id)]);
      expect([
        ['204', '404 role.not-found'],
        ['409 role.assigned', '200'],
      ]).toContainEqual([outcome(gone), outcome(given)]);
      const [orphans]: { count: number }[] = await world.service.dataSource.query(
        `select count(*)::int from member m join role r on r.workspace_id = m.workspace_id and r.id = m.role_id
          where r.deleted and not m.deleted`,
      );
      expect(orphans!.count).toBe(0);
      await ada().assign(dana(), viewer());
      if (given.status === 200) await ada().delete(id, 1).expect(204);
    }
  });

  // Legal: one edit is made, the other is told that it saw an older role.
  it(`two edits: the second is not made unseen, ${raceRounds} times`, async () => {
    const { id } = await ada().created(roleContent({ name: 'Edited by two' }));
    for (let version = 1; version <= raceRounds; version++) {
      const contents = ['one', 'other'].map((who) => roleContent({ name: `Edited by two, ${version}, ${who}` }));
      const answers = await Promise.all(contents.map((content) => ada().edit(id, version, content)));
      expect(answers.map(outcome).sort()).toEqual(['200', '412 role.stale']);
      const { body } = await ada().read(id);
      expect(body).toMatchObject({
        version: version + 1,
        name: answers.find(({ status }) => status === 200)!.body.name,
      });
    }
    expect(await seqsOf(id)).toEqual(Array.from({ length: raceRounds + 1 }, (_, n) => n + 1));
  });

  // Legal: one of them has the name.
  it(`two with one name: one is created, ${raceRounds} times`, async () => {
    for (let round = 0; round < raceRounds; round++) {
      const content = roleContent({ name: `Namesake ${round}` });
      const answers = await Promise.all([ada().create(content), ada().create(content)]);
      expect(answers.map(outcome).sort()).toEqual(['201', '409 role.name-taken']);
      const created = answers.find(({ status }) => status === 201)!;
      await ada()
        .delete(created.body.id as string, 1)
        .expect(204);
    }
  });

  // Legal: the edit came first, and gives what its editor held then; or they had lost it, and nothing changed.
  it(`an edit and the loss of the right it hands on, ${raceRounds} times`, async () => {
    const keeping = roleContent({ name: 'Keeper', workspace: { roles: true, settings: true } });
    const keeper = await ada().created(keeping);
    await ada().assign(dana(), keeper.id);
    const api = new RolesApi(world, dana().token);
    const { id } = await ada().created(roleContent({ name: 'Handed on' }));
    const handed = roleContent({ name: 'Handed on', workspace: { settings: true } });
    for (let [round, mine, theirs] = [0, 1, 1]; round < raceRounds; round++, mine += 2) {
      const less = { ...keeping, workspace: { ...keeping.workspace, settings: false } };
      const [taken, given] = await Promise.all([ada().edit(keeper.id, mine, less), api.edit(id, theirs, handed)]);
      expect([
        ['200', '200'],
        ['200', '403 role.exceeds-own'],
      ]).toContainEqual([outcome(taken), outcome(given)]);
      const states = (await world.events(world.acme.workspaceId)).filter(({ type }) => type.includes('role.state'));
      const order = states.slice(given.status === 200 ? -2 : -1).map(({ subject }) => subject);
      expect(order).toEqual(given.status === 200 ? [id, keeper.id] : [keeper.id]);
      if (given.status === 200) {
        await ada()
          .edit(id, theirs + 1, roleContent({ name: 'Handed on' }))
          .expect(200);
        theirs += 2;
      }
      await ada()
        .edit(keeper.id, mine + 1, keeping)
        .expect(200);
    }
  });
});

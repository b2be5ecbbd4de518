import { type BuiltInRoleKey } from '@imprimatur/abilities';
import type { Test } from 'supertest';
import { builtInRoleId } from '../domain/role.ts';
import type { IdentityWorld, Workspace } from './identity-world.fixture.ts';

/** The API of members and service accounts, as one member of a workspace calls it. */
export class PeopleApi {
  constructor(
    private readonly world: IdentityWorld,
    private readonly workspace: Workspace,
    private readonly token: string = workspace.people.admin.token,
  ) {}

  role(key: BuiltInRoleKey): string {
    return builtInRoleId(this.workspace.workspaceId, key);
  }

  add(name: string, key: BuiltInRoleKey = 'workspace-viewer'): Test {
    const email = `${name.toLowerCase()}@${this.workspace.slug}.example.com`;
    return this.world.send('post', '/members', this.token).send({ name, email, roleId: this.role(key) });
  }

  async added(name: string, key?: BuiltInRoleKey): Promise<{ id: string; email: string; link: string }> {
    const { body } = await this.add(name, key).expect(201);
    const email = `${name.toLowerCase()}@${this.workspace.slug}.example.com`;
    return { id: body.id, email, link: (await this.world.linkOf(body.id))! };
  }

  inviteAgain(id: string): Test {
    return this.world.send('post', `/members/${id}/invitation`, this.token);
  }

  member(id: string): Test {
    return this.world.send('get', `/members/${id}`, this.token);
  }

  /** Changes a member or service account, whatever version of them there is. */
  async change(id: string, change: object, at = '/members'): Promise<Awaited<Test>> {
    return this.world
      .send('patch', `${at}/${id}`, this.token)
      .set('if-match', await this.etag(id))
      .send(change);
  }

  async remove(id: string, at = '/members'): Promise<Awaited<Test>> {
    return this.world.send('delete', `${at}/${id}`, this.token).set('if-match', await this.etag(id));
  }

  /** Read where it stands, so that a race is about what comes after. */
  async etag(id: string): Promise<string> {
    const rows: { version: number }[] = await this.world.service.dataSource.query(
      'select version from member where id = $1',
      [id],
    );
    return `"${rows[0]?.version ?? 1}"`;
  }

  addRobot(key: BuiltInRoleKey = 'model-sync-editor', name = 'Robot'): Test {
    return this.world.send('post', '/service-accounts', this.token).send({ name, roleId: this.role(key) });
  }

  issue(id: string, body: object = { name: 'CI' }): Test {
    return this.world.send('post', `/service-accounts/${id}/tokens`, this.token).send(body);
  }

  /** A service account with one token. */
  async robot(key?: BuiltInRoleKey): Promise<{ id: string; tokenId: string; secret: string }> {
    const { id } = (await this.addRobot(key).expect(201)).body as { id: string };
    const { body } = await this.issue(id).expect(201);
    return { id, tokenId: body.id, secret: body.secret };
  }

  revoke(id: string, tokenId: string): Test {
    return this.world.send('delete', `/service-accounts/${id}/tokens/${tokenId}`, this.token);
  }

  exchange(secret: string): Test {
    return this.world.send('post', '/session/service-account').send({ secret });
  }

  get(path: string): Test {
    return this.world.send('get', path, this.token);
  }
}

import type { Test } from 'supertest';
import type { RoleContent } from '../domain/role.ts';
import type { IdentityWorld, Person } from './identity-world.fixture.ts';

export interface CreatedRole {
  id: string;
  version: number;
}

/** The API of roles as one member calls it. */
export class RolesApi {
  constructor(
    private readonly world: IdentityWorld,
    private readonly token: string,
  ) {}

  create(content: RoleContent): Test {
    return this.world.send('post', '/roles', this.token).send(content);
  }

  async created(content: RoleContent): Promise<CreatedRole> {
    const { body } = await this.create(content).expect(201);
    return body as CreatedRole;
  }

  edit(id: string, version: number, content: RoleContent): Test {
    return this.world.send('put', `/roles/${id}`, this.token).set('if-match', `"${version}"`).send(content);
  }

  duplicate(id: string, body: { name?: string } = {}): Test {
    return this.world.send('post', `/roles/${id}/duplicate`, this.token).send(body);
  }

  delete(id: string, version: number): Test {
    return this.world.send('delete', `/roles/${id}`, this.token).set('if-match', `"${version}"`);
  }

  read(id: string): Test {
    return this.world.send('get', `/roles/${id}`, this.token);
  }

  list(): Test {
    return this.world.send('get', '/roles', this.token);
  }

  assign(member: Pick<Person, 'id'>, roleId: string): Promise<Awaited<Test>> {
    return this.change(member, { roleId });
  }

  /** Changes a member, whatever version of them there is. */
  async change({ id }: Pick<Person, 'id'>, change: object): Promise<Awaited<Test>> {
    const { headers } = await this.world.send('get', `/members/${id}`, this.token).expect(200);
    return this.world
      .send('patch', `/members/${id}`, this.token)
      .set('if-match', headers.etag as string)
      .send(change);
  }
}

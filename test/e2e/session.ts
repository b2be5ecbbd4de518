import { serviceFor } from '@imprimatur/contracts';
import supertest, { type Test } from 'supertest';
import { PASSWORD, type Place, type Player, type World } from './world.ts';

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** One member's way to the API, signed in with a bearer token. */
export class Session {
  private constructor(
    private readonly world: World,
    private readonly token: string,
    readonly memberId: string,
  ) {}

  static async of(world: World, place: Place, player: Player): Promise<Session> {
    const body = { email: place.mailOf(player), password: PASSWORD, workspace: place.slug, transport: 'bearer' };
    const answer = await supertest(world.url('identity-roles')).post('/api/v1/session').send(body).expect(200);
    return new Session(world, answer.body.accessToken as string, answer.body.member.id as string);
  }

  get = (path: string): Test => this.request('get', path);
  post = (path: string, body: object = {}): Test => this.request('post', path).send(body);
  patch = (path: string, body: object): Test => this.request('patch', path).send(body);
  delete = (path: string): Test => this.request('delete', path);

  request(method: Method, path: string): Test {
    const full = `/api/v1${path}`;
    const service = serviceFor(full.split('?')[0]!);
    if (service === undefined) throw new Error(`no service answers ${full}`);
    return supertest(this.world.url(service))[method](full).set('authorization', `Bearer ${this.token}`);
  }
}

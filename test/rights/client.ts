import { serviceFor } from '@imprimatur/contracts';
import type { Response } from 'supertest';
import type { InProcessWorld } from '../e2e/in-process-world.ts';

export interface Answer {
  status: number;
  /** The parsed JSON; null when there was none. */
  body: Response['body'];
  /** Without its quotes. */
  etag: string | null;
  text: string;
  /** What was asked, without the query. */
  path: string;
}

export interface Sent {
  method: string;
  /** After `/api/v1`. */
  path: string;
  body?: object | undefined;
  ifMatch?: string | number | undefined;
  idempotencyKey?: string | undefined;
}

const PATIENCE_MS = 20_000;

/** One member's way to the API, without a network in between: a matrix is some thousand requests. */
export class Client {
  constructor(
    private readonly world: InProcessWorld,
    private readonly token: string | null,
    readonly memberId: string,
  ) {}

  static async signIn(world: InProcessWorld, credentials: object): Promise<Client> {
    const body = { ...credentials, transport: 'bearer' };
    const answer = await new Client(world, null, '').must({ method: 'POST', path: '/session', body });
    return new Client(world, answer.body.accessToken as string, answer.body.member.id as string);
  }

  /** Rights that cannot be confirmed at this moment are no answer to whether there are any: it asks again. */
  async send(sent: Sent): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.once(sent);
      if (answer.status !== 503 || Date.now() > deadline) return answer;
    }
  }

  /** Throws unless it is answered with success. */
  async must(sent: Sent): Promise<Answer> {
    const answer = await this.send(sent);
    if (answer.status < 300) return answer;
    throw new Error(`${sent.method} ${sent.path} answers ${answer.status}: ${answer.text}`);
  }

  get = async (path: string): Promise<Answer> => this.must({ method: 'GET', path });
  post = async (path: string, body: object): Promise<Answer> => this.must({ method: 'POST', path, body });

  private async once({ method, path, body, ifMatch, idempotencyKey }: Sent): Promise<Answer> {
    const url = `/api/v1${path}`;
    const service = serviceFor(url.split('?')[0]!);
    if (service === undefined) throw new Error(`no service answers ${url}`);
    const headers: Record<string, string> = {};
    if (this.token !== null) headers['authorization'] = `Bearer ${this.token}`;
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await this.world.app(service).app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const etag = answer.headers['etag'];
    return {
      status: answer.statusCode,
      body: /json/.test(String(answer.headers['content-type'])) ? JSON.parse(answer.body) : null,
      etag: typeof etag === 'string' ? etag.replaceAll('"', '') : null,
      text: answer.body,
      path: path.split('?')[0]!,
    };
  }
}

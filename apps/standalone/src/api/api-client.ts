import { setTimeout as delay } from 'node:timers/promises';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  body: Body;
  etag: string | null;
}

export interface CallOptions {
  ifMatch?: string;
  /** Statuses that are answers and not failures; any 2xx unless told. */
  expect?: number[];
}

/** What a call was answered with when that is not what was expected. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  readonly code: string | undefined;

  constructor(method: Method, path: string, { status, body }: Answer<unknown>) {
    const { code, detail, title } = (body ?? {}) as { code?: string; detail?: string; title?: string };
    super(
      `${method} ${path} was answered ${status}${code === undefined ? '' : ` ${code}`}: ${detail ?? title ?? JSON.stringify(body)}`,
    );
    this.status = status;
    this.code = code;
  }
}

const PATIENCE_MS = 15_000;

/** A well-behaved client of the public API: speaks JSON and, told to come back later (503 with Retry-After), does. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(url: string, token?: string) {
    this.#url = url;
    this.#token = token;
  }

  /** The client of a member of a workspace. */
  static async signIn(url: string, email: string, password: string, workspace: string): Promise<ApiClient> {
    const credentials = { email, password, workspace, transport: 'bearer' };
    const { body } = await new ApiClient(url).call<{ accessToken: string }>('POST', '/session', credentials);
    return new ApiClient(url, body.accessToken);
  }

  /** `path` goes behind `/api/v1`. */
  async call<Body = Record<string, unknown>>(
    method: Method,
    path: string,
    input?: unknown,
    { ifMatch, expect }: CallOptions = {},
  ): Promise<Answer<Body>> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const response = await fetch(`${this.#url}/api/v1${path}`, {
        method,
        headers: {
          ...(input === undefined ? {} : { 'content-type': 'application/json' }),
          ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
          ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      });
      const text = await response.text();
      const answer = { status: response.status, body: parsed(text) as Body, etag: response.headers.get('etag') };
      if (expect === undefined ? response.ok : expect.includes(response.status)) return answer;
      if (response.status !== 503 || Date.now() > deadline) throw new UnexpectedAnswer(method, path, answer);
      await delay(Math.min(Number(response.headers.get('retry-after') ?? 1) * 1_000, 2_000));
    }
  }

  async get<Body = Record<string, unknown>>(path: string): Promise<Body> {
    return (await this.call<Body>('GET', path)).body;
  }

  async post<Body = Record<string, unknown>>(path: string, input: unknown = {}): Promise<Body> {
    return (await this.call<Body>('POST', path, input)).body;
  }
}

function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import createClient from 'openapi-fetch';
import { strings } from '../strings/en.ts';
import { ProblemError, type Problem } from './problem-error.ts';
import type { paths } from './schema.d.ts';
import { fetchInSession } from './session-renewal.ts';

/** The API, typed from its own description. Tokens travel in cookies that no script can read. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: fetchInSession });

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What was answered, or else the problem, thrown. */
export async function answerOf<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const outcome = await call.catch((cause: unknown) => {
    throw new ProblemError(unreachable(cause));
  });
  if (outcome.response.ok) return outcome.data as Data;
  throw new ProblemError(isProblem(outcome.error) ? outcome.error : unreadable(outcome.response));
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;

const made = (status: number, code: string, title: string, detail: string): Problem => ({
  type: `urn:imprimatur:problem:${code}`,
  status,
  code,
  title,
  detail,
  requestId: '',
});

function unreachable(cause: unknown): Problem {
  // A program's mistake is no matter of the network.
  if (!(cause instanceof TypeError)) throw cause;
  return made(0, 'network', strings.problem.unreachable, strings.problem.unreachableDetail);
}

const unreadable = ({ status }: Response): Problem =>
  made(status, 'unreadable', strings.problem.unreadable, strings.problem.unreadableDetail(status));

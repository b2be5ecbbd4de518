import { strings } from '../strings/en.ts';
import { ProblemError, type Problem } from './problem-error.ts';

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What was answered, or else the problem, thrown. */
export async function answerOf<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const outcome = await call.catch((cause: unknown) => {
    throw new ProblemError(unanswered(cause));
  });
  if (outcome.response.ok) return outcome.data as Data;
  throw new ProblemError(isProblem(outcome.error) ? outcome.error : unreadable(outcome.response.status));
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  ['code', 'title', 'detail'].every((name) => typeof (body as Record<string, unknown>)[name] === 'string');

const made = (status: number, code: string, title: string, detail: string): Problem => ({
  type: `urn:imprimatur:problem:${code}`,
  status,
  code,
  title,
  detail,
  requestId: '',
});

function unanswered(cause: unknown): Problem {
  // Something on the way answers with a page of its own, and says that all is well.
  if (cause instanceof SyntaxError) return unreadable(200);
  // A program's mistake is no matter of the network.
  if (!(cause instanceof TypeError)) throw cause;
  return made(0, 'network', strings.problem.unreachable, strings.problem.unreachableDetail);
}

const unreadable = (status: number): Problem =>
  made(status, 'unreadable', strings.problem.unreadable, strings.problem.unreadableDetail(status));

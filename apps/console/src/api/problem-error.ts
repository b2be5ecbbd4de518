import type { components } from './schema.d.ts';

export type Problem = components['schemas']['Problem'];

/** No answer, or none of a service that is there. */
const PASSING: ReadonlySet<number> = new Set([0, 502, 503, 504]);

/** A refusal of the server, or that it could not be reached. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  /** Worth another try without anybody doing anything. */
  get isPassing(): boolean {
    return PASSING.has(this.problem.status);
  }

  get isNotSignedIn(): boolean {
    return this.problem.status === 401;
  }
}

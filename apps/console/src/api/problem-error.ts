import type { components } from './schema.d.ts';

export type Problem = components['schemas']['Problem'];

/** A refusal of the server, or that it could not be reached. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  /** Worth another try without anybody doing anything. */
  get isPassing(): boolean {
    return this.problem.status === 503 || this.problem.status === 0;
  }

  get isNotSignedIn(): boolean {
    return this.problem.status === 401;
  }
}

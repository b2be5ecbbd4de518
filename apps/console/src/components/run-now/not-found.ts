import { ProblemError } from '../../api/problem-error.ts';

/** It was deleted, or one may not view it. */
export const isNotFound = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 404;

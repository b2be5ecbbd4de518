import { ProblemError } from '../../../api/problem-error.ts';

const problemOf = (error: unknown) => (error instanceof ProblemError ? error.problem : undefined);

/** The cells that would grant more than whoever saves holds. */
export function exceedingCells(error: unknown): ReadonlySet<string> {
  const problem = problemOf(error);
  const cells = problem?.code === 'role.exceeds-own' ? problem.details?.['exceeding'] : undefined;
  return new Set(Array.isArray(cells) ? cells.filter((cell) => typeof cell === 'string') : []);
}

export const isNameTaken = (error: unknown): boolean => problemOf(error)?.code === 'role.name-taken';

export interface Holders {
  members: { id: string; name: string }[];
  memberCount: number;
}

/** The members that stand in the way of deleting a role. */
export function holdersIn(error: unknown): Holders | undefined {
  const problem = problemOf(error);
  return problem?.code === 'role.assigned' ? (problem.details as unknown as Holders) : undefined;
}

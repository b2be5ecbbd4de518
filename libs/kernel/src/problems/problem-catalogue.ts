import type { ErrorKind } from '../error-kind.ts';
import { approvalProblems } from './approval-problems.ts';
import { audienceProblems } from './audience-problems.ts';
import { connectionProblems } from './connection-problems.ts';
import { identityProblems } from './identity-problems.ts';
import { mailProblems } from './mail-problems.ts';
import { operatorProblems } from './operator-problems.ts';
import { requestProblems } from './request-problems.ts';
import { resourceProblems } from './resource-problems.ts';
import { runProblems } from './run-problems.ts';
import { sessionProblems } from './session-problems.ts';

/**
 * Every code a `DomainError` can have: `docs/errors.md` is made from it, and a code that is not in it does not compile. A code that was
 * released keeps its meaning for good.
 */
export const problemCatalogue = {
  ...requestProblems,
  ...sessionProblems,
  ...identityProblems,
  ...resourceProblems,
  ...audienceProblems,
  ...approvalProblems,
  ...connectionProblems,
  ...runProblems,
  ...mailProblems,
  ...operatorProblems,
} as const;

type Catalogue = typeof problemCatalogue;

export type ProblemCode = keyof Catalogue;

/** What may be called not found: `model` for `model.not-found`. */
export type Findable = ProblemCode extends infer Code ? (Code extends `${infer What}.not-found` ? What : never) : never;

/** The kinds of error that a code comes as. */
export type KindOf<Code extends ProblemCode> = Catalogue[Code][0] extends infer Kind
  ? Kind extends readonly (infer Each extends ErrorKind)[]
    ? Each
    : Kind & ErrorKind
  : never;

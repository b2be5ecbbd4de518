import type { ErrorKind } from '../error-kind.ts';

/** Stable codes with the kinds of error they come as, and what each means and asks for, in a sentence or two for people. */
export type ProblemTable = Readonly<Record<string, readonly [kind: ErrorKind | readonly ErrorKind[], meaning: string]>>;

export { assertNever } from './assert-never.ts';
export { canonicalJson, contentHash, type Json } from './canonical-json.ts';
export { Clock, systemClock } from './clock.ts';
export { DomainError, forbidden, notFound, type DomainErrorExtras, type FieldError } from './domain-error.ts';
export type { ErrorKind } from './error-kind.ts';
export { derivedId, newId } from './ids.ts';
export { problemCatalogue, type Findable, type KindOf, type ProblemCode } from './problems/problem-catalogue.ts';
export type { ProblemTable } from './problems/problem-table.ts';

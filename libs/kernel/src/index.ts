export { assertNever } from './assert-never.ts';
export { canonicalJson, contentHash, type Json } from './canonical-json.ts';
export { Clock, systemClock } from './clock.ts';
export {
  DomainError,
  forbidden,
  notFound,
  type DomainErrorExtras,
  type ErrorKind,
  type FieldError,
} from './domain-error.ts';
export { derivedId, newId } from './ids.ts';

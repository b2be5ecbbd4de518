import { sameJson } from './same-json.ts';

/** Which fields identify a row is a set: the order in which they are named says nothing. */
const meaning = (name: string, value: unknown): unknown =>
  name === 'keys' && Array.isArray(value) ? [...(value as unknown[])].sort() : value;

/** Whether a field of a configuration has the same value in both. */
export const sameSetting = (name: string, a: unknown, b: unknown): boolean =>
  sameJson(meaning(name, a), meaning(name, b));

import { describeSchedule } from '@imprimatur/changes';
import type { Schedule } from '@imprimatur/contracts';
import type { Ends } from '../../api/resource-queries.ts';

const listed = (value: unknown[]): string => value.map((item) => valueText(item, '', [])).join(', ');

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A value of a field in words: names for ids, schedules as people say them. Null is a field that is not there. */
export function valueText(value: unknown, path: string, ends: readonly Ends[]): string | null {
  if (value === null || value === undefined) return null;
  if (path === '/schedule') return describeSchedule(value as Schedule);
  if (path === '/configuration/modelId')
    return ends.find(({ modelId }) => modelId === value)?.modelName ?? plain(value);
  if (path === '/configuration/destinationId')
    return ends.find(({ destinationId }) => destinationId === value)?.destinationName ?? plain(value);
  if (Array.isArray(value)) return listed(value);
  return plain(value);
}

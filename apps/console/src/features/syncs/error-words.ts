import { strings } from '../../strings/en.ts';

const { errors: texts } = strings.syncs;

const words: Record<string, string> = {
  modelId: texts.modelId,
  destinationId: texts.destinationId,
  object: texts.object,
  mapping: texts.mapping,
  keys: texts.keys,
  'schedule.days': texts.days,
  'schedule.times': texts.times,
  'schedule.every': texts.every,
  'schedule.expression': texts.expression,
};

/** What is wrong with a field, in words that say what to do. */
export function errorWords(field: string, message: string): string {
  if (/^mapping\.\d+\.column$/.test(field)) return texts.column;
  if (field.startsWith('schedule.times')) return texts.times;
  return words[field] ?? message;
}

/** The errors of the schedule, by the names its editor knows. */
export const scheduleErrors = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([field]) => field.startsWith('schedule.'))
      .map(([field, message]) => [field.split('.')[1]!, message]),
  );

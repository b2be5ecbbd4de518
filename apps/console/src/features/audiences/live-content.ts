import { AudienceBody, JourneyBody } from '@imprimatur/contracts';
import type { z } from 'zod';
import type { Kind } from './use-kind.ts';

export type AudienceFields = z.output<typeof AudienceBody>;
export type JourneyFields = z.output<typeof JourneyBody>;
export type Condition = AudienceFields['content']['conditions'][number];
export type Step = JourneyFields['content']['steps'][number];

export interface FieldsOf {
  audience: AudienceFields;
  journey: JourneyFields;
}

/** What stands at fields that were not accepted, by their place, such as `content.conditions.0.value`. */
export type FieldErrors = Record<string, string>;

export const emptyFields: FieldsOf = {
  audience: { name: '', content: { modelId: '', conditions: [] } },
  journey: { name: '', content: { audienceId: '', steps: [{ kind: 'wait', amount: 1, unit: 'days' }] } },
};

const schemas = { audience: AudienceBody, journey: JourneyBody };

/** What the API's own schema finds wrong with it; nothing when it can be sent. */
export function errorsOf(
  kind: Kind,
  fields: AudienceFields | JourneyFields,
  words: (code: string) => string,
): FieldErrors {
  const { error } = schemas[kind].safeParse(fields);
  return Object.fromEntries((error?.issues ?? []).map(({ path, code }) => [path.join('.'), words(code)]));
}

const withoutValue: readonly string[] = ['is_empty', 'is_not_empty'];
export const needsValue = (operator: Condition['operator']): boolean => !withoutValue.includes(operator);

const numeric = ['integer', 'decimal'];

/** What was typed, as the type of its column has it; `1.` is text until the number it becomes reads the same. */
export function valueOf(text: string, columnType: string | undefined): Condition['value'] {
  if (numeric.includes(columnType ?? '') && String(Number(text)) === text) return Number(text);
  if (columnType === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** The same list with one moved up or down. */
export function moved<Each>(list: readonly Each[], from: number, to: number): Each[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}

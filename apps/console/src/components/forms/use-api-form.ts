import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path } from 'react-hook-form';
import type { z } from 'zod';
import { ProblemError } from '../../api/problem-error.ts';

/** The names in a pointer of the API, such as `/content/query`. */
const namesIn = (pointer: string): string[] => pointer.split('/').filter((name) => name !== '');

/** A form checked by the API's own schema before it is sent. What the server refuses nevertheless stands at its fields; the rest is `refusal`. */
export function useApiForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
) {
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues, mode: 'onTouched' });
  const [refusal, setRefusal] = useState<unknown>(null);
  const refuse = (error: unknown): void => {
    const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
    const values = form.getValues();
    const known = fields.filter(({ path }) => (namesIn(path)[0] ?? '') in values);
    for (const { path, message } of known)
      form.setError(namesIn(path).join('.') as Path<Input>, { type: 'server', message });
    setRefusal(known.length > 0 && known.length === fields.length ? null : error);
  };
  return { ...form, refusal, refuse, accept: () => setRefusal(null) };
}

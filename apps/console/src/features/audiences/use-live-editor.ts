import { useState } from 'react';
import { ProblemError } from '../../api/problem-error.ts';
import { strings } from '../../strings/en.ts';
import { errorsOf, type FieldErrors, type FieldsOf } from './live-content.ts';
import type { Kind } from './use-kind.ts';
import { useSaveLive, type LiveSave, type Seen } from './use-live-commands.ts';

const { fieldErrors } = strings;
const wordsOf = (code: string): string => (code === 'too_big' ? fieldErrors.tooLong : fieldErrors.needed);

const isSame = (one: unknown, another: unknown): boolean => JSON.stringify(one) === JSON.stringify(another);

/** What the server says of fields, at their places. */
function refusedFields(error: unknown): FieldErrors {
  const fields = error instanceof ProblemError ? (error.problem.fields ?? []) : [];
  return Object.fromEntries(fields.map(({ path, message }) => [path.split('/').filter(Boolean).join('.'), message]));
}

/** Holds what is typed over what is saved, sends it, and keeps it when somebody else was faster. */
export function useLiveEditor<Of extends Kind>(
  kind: Of,
  saved: FieldsOf[Of],
  seen: Seen | null,
  onCreated?: (id: string) => void,
) {
  const [held, setHeld] = useState<{ base: FieldsOf[Of]; seen: Seen | null; fields: FieldsOf[Of] } | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [wasSaved, setWasSaved] = useState(false);
  const saving = useSaveLive(held?.seen ?? seen, (id) => {
    setHeld(null);
    setErrors({});
    setWasSaved(seen !== null);
    if (seen === null) onCreated?.(id);
  });
  const fields = held?.fields ?? saved;
  const isStale = saving.error instanceof ProblemError && saving.error.problem.status === 412;
  const refused = refusedFields(saving.error);
  const drop = (): void => {
    setHeld(null);
    setErrors({});
    saving.reset();
  };
  return {
    fields,
    errors: { ...refused, ...errors },
    isUnsaved: held !== null && !isSame(held.base, held.fields) && !saving.isSuccess,
    isPending: saving.isPending,
    isStale,
    /** What stands at no field. */
    refusal: isStale || Object.keys(refused).length > 0 ? null : saving.error,
    wasSaved,
    change: (next: FieldsOf[Of]): void => {
      setWasSaved(false);
      if (!isStale) saving.reset();
      setHeld({ base: held?.base ?? saved, seen: held?.seen ?? seen, fields: next });
    },
    drop,
    keepMine: (): void => {
      saving.reset();
      setHeld({ base: saved, seen, fields });
    },
    save: (): void => {
      const found = errorsOf(kind, fields, wordsOf);
      setErrors(found);
      if (Object.keys(found).length === 0) saving.mutate({ kind, fields } as LiveSave);
    },
  };
}

import { useState } from 'react';
import { finds, withFound } from './found-columns.ts';
import { errorsOf, type ModelForm } from './model-form.ts';
import { formOn, type Work } from './use-model-work.ts';
import { isQueryError, useRows } from './use-rows.ts';

export type Part = 'preview' | 'columns';

/** Writing a query, looking at what it finds, and making a model of it. */
export function useWorkbench(work: Work, sourceId: string) {
  const rows = useRows(sourceId);
  const [part, setPart] = useState<Part>('preview');
  const [isTried, setIsTried] = useState(false);
  const [isReady, setIsReady] = useState(false);
  const { form, ground } = work;
  const isOther = form.query.trim() !== formOn(ground).query.trim();
  const known = rows.found?.rows.columns ?? [];

  /** Asks the source; a query that was changed brings its columns along. */
  const preview = async (): Promise<ModelForm | null> => {
    if (rows.isAsking || form.query.trim() === '' || sourceId === '') return null;
    try {
      const { columns } = await rows.ask(form.query.trim());
      const take = (now: ModelForm): ModelForm =>
        isOther || now.columns.length === 0 ? withFound(now, columns, known) : now;
      work.change(take);
      return take(form);
    } catch (error) {
      return isQueryError(error) || form.columns.length === 0 ? null : form;
    }
  };
  /** Looks whether all is there; a query that changed since it was last asked is asked first. */
  const save = async (): Promise<void> => {
    if (isReady || rows.isAsking) return;
    setIsTried(true);
    const isFresh = rows.found?.query === form.query.trim() || (!isOther && form.columns.length > 0);
    const ready = isFresh ? form : await preview();
    if (ready === null) return setPart('preview');
    const errors = errorsOf(ready);
    if (errors.includes('primaryKey')) setPart('columns');
    if (errors.length === 0) setIsReady(true);
  };
  return {
    ...{ rows, part, setPart, preview, save },
    errors: isTried ? errorsOf(form) : [],
    isTried,
    /** The query finds other columns than the model has. */
    findsOthers:
      rows.found !== null && rows.found.query === form.query.trim() && finds(known, form.columns) === 'others',
    takeFound: () => work.change((now) => withFound(now, known, [])),
    /** Saves a query that the source would not run, with the columns it had. */
    saveAnyway: errorsOf(form).length === 0 ? () => setIsReady(true) : undefined,
    /** What is to be saved was not run as it is. */
    isUnproved: isOther && rows.found?.query !== form.query.trim(),
    isReady,
    close: () => setIsReady(false),
  };
}
export type Bench = ReturnType<typeof useWorkbench>;

import type { ModelColumn, ModelForm } from './model-form.ts';

/**
 * The columns after a preview: those it found, each with the type that somebody gave it, else with the type that was found. What had the
 * type found before follows what is found now.
 */
export function withFound(form: ModelForm, found: readonly ModelColumn[], before: readonly ModelColumn[]): ModelForm {
  const types = new Map(form.columns.map(({ name, type }) => [name, type]));
  const typesBefore = new Map(before.map(({ name, type }) => [name, type]));
  const columns = found.map(({ name, type }) => {
    const given = types.get(name);
    return { name, type: given === undefined || given === typesBefore.get(name) ? type : given };
  });
  const isKeyless = form.primaryKey === '' && columns.some(({ name }) => name === 'id');
  return { ...form, columns, primaryKey: isKeyless ? 'id' : form.primaryKey };
}

/** Whether a query finds other columns than a model has. */
export const finds = (found: readonly ModelColumn[], columns: readonly ModelColumn[]): 'same' | 'others' =>
  JSON.stringify(found.map(({ name }) => name)) === JSON.stringify(columns.map(({ name }) => name)) ? 'same' : 'others';

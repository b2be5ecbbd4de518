import { isForm, type ModelForm } from './model-form.ts';

/** A model that nobody has saved yet. */
export interface NewModel {
  name: string;
  sourceId: string;
  form: ModelForm;
}

export const isNewModel = (value: unknown): value is NewModel =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'sourceId' in value &&
  typeof value.sourceId === 'string' &&
  'form' in value &&
  isForm(value.form);

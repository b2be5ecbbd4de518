import type { SyncForm } from './sync-form.ts';

/** A sync that nobody has saved yet. */
export interface NewSync {
  form: SyncForm;
  /** Null while it is called what is suggested. */
  name: string | null;
  description: string;
}

export const isForm = (value: unknown): value is SyncForm =>
  typeof value === 'object' &&
  value !== null &&
  'mapping' in value &&
  Array.isArray(value.mapping) &&
  'keys' in value &&
  Array.isArray(value.keys) &&
  'schedule' in value &&
  'destinationId' in value &&
  'object' in value;

export const isNewSync = (value: unknown): value is NewSync =>
  typeof value === 'object' && value !== null && 'description' in value && 'form' in value && isForm(value.form);

import type { SyncForm } from './sync-form.ts';
import type { SyncParts } from './use-sync-parts.ts';

/** What every part of the editor works on. */
export interface PartProps {
  form: SyncForm;
  parts: SyncParts;
  /** What is missing, by field, once somebody has tried to go on. */
  errors: Record<string, string>;
  onChange: (form: SyncForm) => void;
}

import { validateSchedule } from '@imprimatur/changes';
import { assertReadOnly } from '@imprimatur/connectors';
import type { ModelContent, SyncContent } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';
import { queryRefused } from '../connections/open-connection.ts';

/** Throws for a query that could never be previewed or run: not one SELECT, or not SQL at all. */
export async function assertSoundModel({ query }: ModelContent, path = '/content/query'): Promise<void> {
  try {
    await assertReadOnly(query);
  } catch (error) {
    throw queryRefused(error, path);
  }
}

/** Throws for a schedule that fits its schema and can still not be followed. */
export function assertSoundSync({ schedule }: SyncContent): void {
  const fields = validateSchedule(schedule).map((field) => ({ ...field, path: `/content/schedule${field.path}` }));
  if (fields.length > 0)
    throw new DomainError('invalid', 'schedule.invalid', 'The schedule cannot be followed.', { fields });
}

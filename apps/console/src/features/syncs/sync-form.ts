import { validateSchedule } from '@imprimatur/changes';
import { SyncContent as SyncContentSchema } from '@imprimatur/contracts';
import type { SyncContent } from '../../api/resource-queries.ts';

export type Mapping = SyncContent['configuration']['mapping'];

/** A sync as it is being written: what is not chosen yet is empty. */
export interface SyncForm {
  modelId: string;
  destinationId: string;
  mode: SyncContent['configuration']['mode'];
  object: string;
  mapping: Mapping;
  keys: string[];
  options?: SyncContent['configuration']['options'];
  schedule: SyncContent['schedule'];
}

export const emptyForm: SyncForm = {
  ...{ modelId: '', destinationId: '', mode: 'upsert', object: '' },
  ...{ mapping: [], keys: [], schedule: { kind: 'manual' } },
};

export const formOf = ({ configuration, schedule }: SyncContent): SyncForm => ({ ...configuration, schedule });

export function contentOf({ schedule, ...configuration }: SyncForm): SyncContent {
  return { configuration, schedule };
}

/** In meaning: the order of mapping rows and keys says nothing. */
export function isSameForm(one: SyncForm, another: SyncForm): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(another));
}

function ordered({ modelId, destinationId, mode, object, mapping, keys, options, schedule }: SyncForm): unknown[] {
  const rows = mapping.map(({ field, column }) => [field, column]).sort(([a], [b]) => (a! < b! ? -1 : 1));
  return [modelId, destinationId, mode, object, rows, keys.toSorted(), options ?? {}, sorted(schedule)];
}

const sorted = (schedule: SyncForm['schedule']) => Object.entries(schedule).sort(([a], [b]) => (a < b ? -1 : 1));

export type PartName = 'model' | 'destination' | 'mapping' | 'schedule';

export interface FormErrors {
  /** By the path of the field, such as `mapping.2.column`. */
  fields: Record<string, string>;
  parts: Set<PartName>;
}

/** What stands between this and a sync that can be saved, as the API itself sees it. */
export function errorsOf(form: SyncForm, words: (path: string, message: string) => string): FormErrors {
  const { error } = SyncContentSchema.safeParse(contentOf(form));
  const fields: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) {
    const name = path.slice(path[0] === 'configuration' ? 1 : 0).join('.');
    fields[name] ??= words(name, message);
  }
  if (error === undefined) {
    for (const { path, message } of validateSchedule(form.schedule)) {
      const name = `schedule${path.replaceAll('/', '.')}`;
      fields[name] ??= words(name, message);
    }
  }
  return { fields, parts: new Set(Object.keys(fields).map(partOf)) };
}

const partOf = (field: string): PartName => {
  if (field === 'modelId') return 'model';
  if (field === 'destinationId' || field === 'object') return 'destination';
  return field.startsWith('schedule') ? 'schedule' : 'mapping';
};

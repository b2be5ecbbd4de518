import type { Content, Ends, GatedKind, ModelContent, SyncContent } from '@imprimatur/contracts';
import type { Change } from './change.ts';
import { fieldChanges } from './field-changes.ts';
import { namedChanges } from './named-changes.ts';
import { queryChange } from './query-change.ts';
import { scheduleChange } from './schedule-change.ts';
import { withNames } from './with-names.ts';

interface Setting {
  ends: Ends[];
  now: Date;
  timeZone?: string | undefined;
}

const columnsOf = (content: ModelContent | null): Map<string, string> =>
  new Map(content?.columns.map(({ name, type }) => [name, type]));

const mappingOf = (content: SyncContent | null): Map<string, string> =>
  new Map(content?.configuration.mapping.map(({ column, field }) => [field, column]));

// Mapping rows are compared by field, on their own.
const withoutMapping = ({ configuration }: SyncContent) => ({ ...configuration, mapping: undefined });

function modelChanges(base: ModelContent | null, content: ModelContent): Change[] {
  return [
    ...queryChange(base?.query ?? null, content.query),
    ...fieldChanges(base?.configuration ?? null, content.configuration),
    ...namedChanges(columnsOf(base), columnsOf(content)).map((change): Change => ({ kind: 'column', ...change })),
  ];
}

function syncChanges(base: SyncContent | null, content: SyncContent, at: Omit<Setting, 'ends'>): Change[] {
  return [
    ...fieldChanges(base === null ? null : withoutMapping(base), withoutMapping(content)),
    ...namedChanges(mappingOf(base), mappingOf(content)).map(({ name, ...change }): Change => ({
      kind: 'mapping',
      field: name,
      ...change,
    })),
    ...scheduleChange(base?.schedule ?? null, content.schedule, at),
  ];
}

/**
 * What differs between two contents of one resource, for people to read (`domain.md` §5): the same list in API, page and mail.
 * `base` is null for a resource that was never published. Model and destination of a sync are ids there: `ends` knows their names.
 * `now` is where the next runs of a changed schedule are counted from; with `timeZone` they are also told as clocks there show them. Empty when nothing differs in meaning: the order of keys,
 * columns and mapping rows does not.
 */
export function changesOf(kind: GatedKind, base: Content | null, content: Content, { ends, ...at }: Setting): Change[] {
  if (kind === 'model') return modelChanges(base as ModelContent | null, content as ModelContent);
  return withNames(syncChanges(base as SyncContent | null, content as SyncContent, at), ends);
}

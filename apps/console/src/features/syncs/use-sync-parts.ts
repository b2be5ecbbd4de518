import { useQuery } from '@tanstack/react-query';
import { modelQuery, type Ends, type Model, type ModelContent } from '../../api/resource-queries.ts';
import { destinationQuery, type DestinationTable } from './choice-queries.ts';
import type { SyncForm } from './sync-form.ts';
import { useTables } from './use-tables.ts';

/** What a sync that is being written refers to, as far as it is known. */
export interface SyncParts {
  model: Model | undefined;
  /** As a sync that is saved now sees them: of the draft, where the model has one. */
  modelContent: ModelContent | undefined;
  destinationName: string | undefined;
  /** Undefined while it is looked up, null where nobody can say. */
  table: DestinationTable | null | undefined;
  /** Why nobody can say. */
  tableError: unknown;
  retryTable: () => void;
  ends: Ends[];
}

export function useSyncParts({ modelId, destinationId, object }: SyncForm): SyncParts {
  const model = useQuery({ ...modelQuery(modelId), enabled: modelId !== '' }).data;
  const destination = useQuery({ ...destinationQuery(destinationId), enabled: destinationId !== '' }).data;
  const { tables, isPending, error, retry } = useTables(destinationId, object);
  const modelContent = model === undefined ? undefined : (model.draft ?? model.published)?.content;
  return {
    model,
    modelContent,
    destinationName: destination?.name,
    table: tableOf(tables, isPending, object),
    tableError: error,
    retryTable: retry,
    ends: model === undefined ? [] : [endsOf(model, destinationId, destination?.name)],
  };
}

function tableOf(tables: DestinationTable[] | undefined, isPending: boolean, object: string) {
  if (tables === undefined) return isPending ? undefined : null;
  return tables.find((table) => table.object === object) ?? null;
}

const endsOf = ({ id, name, sourceId, sourceName }: Model, destinationId: string, to: string | undefined): Ends => ({
  ...{ modelId: id, modelName: name, sourceId, sourceName },
  ...{ destinationId: destinationId === '' ? null : destinationId, destinationName: to ?? null },
});

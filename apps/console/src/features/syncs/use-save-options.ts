import { useQuery } from '@tanstack/react-query';
import type { SaveOptions, Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { effectQuery } from '../../components/saving/approvers-query.ts';
import type { SyncForm } from './sync-form.ts';
import type { SyncParts } from './use-sync-parts.ts';

/** How the server lets this member save a sync between these ends; one that moves, only as both its old and new ends allow. */
export function useSaveOptions(form: SyncForm, { model }: SyncParts, sync?: Sync): SaveOptions | undefined {
  const roleId = useQuery(sessionQuery).data?.role?.id;
  const { destinationId, modelId } = form;
  const place = { sourceId: model?.sourceId ?? '', destinationId };
  const isMoved = sync === undefined || modelId !== sync.ends.modelId || destinationId !== sync.ends.destinationId;
  const isKnown = roleId !== undefined && model?.id === modelId && destinationId !== '';
  const there = useQuery({ ...effectQuery(roleId ?? '', 'sync', place), enabled: isMoved && isKnown }).data
    ?.saveOptions;
  if (!isMoved) return sync.saveOptions;
  if (there === undefined || sync === undefined) return there;
  return {
    actions: sync.saveOptions.actions.filter((action) => there.actions.includes(action)),
    code: sync.saveOptions.code ?? there.code,
  };
}

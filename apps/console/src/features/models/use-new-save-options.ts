import { useQuery } from '@tanstack/react-query';
import type { SaveOptions } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { effectQuery } from '../../components/saving/approvers-query.ts';

/** How the server lets this member save a new model of a source. */
export function useNewSaveOptions(sourceId: string): SaveOptions | undefined {
  const roleId = useQuery(sessionQuery).data?.role?.id;
  const isKnown = roleId !== undefined && sourceId !== '';
  return useQuery({ ...effectQuery(roleId ?? '', 'model', { sourceId }), enabled: isKnown }).data?.saveOptions;
}

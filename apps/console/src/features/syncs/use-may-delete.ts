import { useQuery } from '@tanstack/react-query';
import type { Sync } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { effectQuery } from '../../components/saving/approvers-query.ts';

/** What deleting is worth offering: drafts to who wrote, approves or publishes them, syncs to who publishes. The server judges. */
export function useMayDelete({ draft, published, ends, saveOptions }: Sync): { draft: boolean; sync: boolean } {
  const session = useQuery(sessionQuery).data;
  const roleId = session?.role?.id;
  const effect = useQuery({ ...effectQuery(roleId ?? '', 'sync', ends), enabled: roleId !== undefined }).data;
  const publishes = saveOptions.actions.some((action) => action === 'publish' || action === 'publish_now');
  const isFree = draft?.state !== 'in_review';
  const wrote = draft?.contributors.includes(session?.member.id ?? '') === true;
  return {
    draft: draft !== null && isFree && (wrote || publishes || effect?.approve === true),
    sync: published !== null && isFree && publishes,
  };
}

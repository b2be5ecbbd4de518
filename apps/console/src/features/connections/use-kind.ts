import { useLocation, useParams } from '@tanstack/react-router';

export type Kind = 'source' | 'destination';

/** Sources and destinations have the same pages at addresses of their own. */
export function useKind(): { kind: Kind; id: string } {
  const { pathname } = useLocation();
  const { sourceId, destinationId } = useParams({ strict: false });
  return { kind: pathname.startsWith('/sources') ? 'source' : 'destination', id: sourceId ?? destinationId ?? '' };
}

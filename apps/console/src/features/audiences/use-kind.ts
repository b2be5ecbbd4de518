import { useLocation, useParams } from '@tanstack/react-router';

export type Kind = 'audience' | 'journey';

/** Audiences and journeys have the same pages at addresses of their own. */
export function useKind(): { kind: Kind; id: string } {
  const { pathname } = useLocation();
  const { audienceId, journeyId } = useParams({ strict: false });
  return { kind: pathname.startsWith('/audiences') ? 'audience' : 'journey', id: audienceId ?? journeyId ?? '' };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { preferencesQuery, type Preferences } from './preferences-query.ts';

/** Turns one kind of mail on or off, at once. */
export function useSetPreference() {
  const queries = useQueryClient();
  const { queryKey } = preferencesQuery;
  return useMutation({
    scope: { id: 'notification-preferences' },
    mutationFn: async (change: Partial<Preferences>) => {
      // Switches are flipped faster than the server answers, and every answer brings another ETag.
      const { preferences, etag } = await queries.ensureQueryData(preferencesQuery);
      const header = { 'If-Match': etag };
      const body = { ...preferences, ...change };
      const answer = api.PUT('/api/v1/notification-preferences', { params: { header }, body });
      const saved = await answerOf(answer);
      const { response } = await answer;
      queries.setQueryData(queryKey, { preferences: saved, etag: response.headers.get('etag') ?? etag });
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

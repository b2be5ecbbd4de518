import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type Preferences = components['schemas']['NotificationPreferences'];

interface Seen {
  preferences: Preferences;
  /** What a change of them names in If-Match. */
  etag: string;
}

/** What one is mailed about. */
export const preferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: async ({ signal }): Promise<Seen> => {
    const answer = api.GET('/api/v1/notification-preferences', { signal });
    const preferences = await answerOf(answer);
    const { response } = await answer;
    return { preferences, etag: response.headers.get('etag') ?? '' };
  },
});

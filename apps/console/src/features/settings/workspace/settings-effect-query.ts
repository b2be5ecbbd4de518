import { queryOptions, keepPreviousData } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import type { Settings } from './workspace-query.ts';

export type SettingsEffect = components['schemas']['SettingsEffect'];

/** What settings would mean for members and open requests, as the server counts it; nothing is changed. */
export const settingsEffectQuery = (wanted: Partial<Settings>) =>
  queryOptions({
    queryKey: ['approval-requests', 'settings-effect', wanted],
    queryFn: ({ signal }): Promise<SettingsEffect> =>
      answerOf(api.POST('/api/v1/approval-requests/settings-effect', { signal, body: wanted })),
    placeholderData: keepPreviousData,
  });

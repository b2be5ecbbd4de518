import { WorkspaceSettings } from '@imprimatur/contracts';
import { z } from 'zod';

const count = (description: string) => z.int().meta({ description });

export const SettingsEffect = z
  .object({
    settings: WorkspaceSettings.meta({ description: 'as they would be' }),
    members: z
      .object({
        keepPublishNow: count('may save live, at least on something'),
        mustRequestApproval: count('may save, but nothing live'),
        cannotSave: count('have a role that only drafts, and no approvals to ask for'),
        viewOnly: count('may never save models or syncs'),
      })
      .meta({ description: 'every active member once, service accounts included' }),
    openRequests: z.object({
      count: count('stay open, whatever is set'),
      withoutApprover: count('would have nobody who may approve them'),
      losingLastApprover: count('of those, the ones that somebody may approve now'),
      withoutQuorum: count('would have fewer approvers than the approvals they take'),
    }),
  })
  .meta({ id: 'SettingsEffect' });
export type SettingsEffect = z.output<typeof SettingsEffect>;

import { z } from 'zod';
import { TimeZone } from './primitives.ts';

export const Plan = z.enum(['free', 'pro', 'business']).meta({ id: 'Plan' });
export type Plan = z.output<typeof Plan>;

/** `domain.md` §3. */
export const WorkspaceSettings = z
  .object({
    requireApprovals: z.boolean(),
    selfApproval: z.enum(['publishers', 'never', 'always']),
    requiredApprovals: z.int().min(1).max(5),
    modelDraftPolicy: z.enum(['hold', 'run_published']),
    timeZone: TimeZone,
  })
  .meta({ id: 'WorkspaceSettings' });
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>;

export const defaultSettings: WorkspaceSettings = {
  requireApprovals: false,
  selfApproval: 'publishers',
  requiredApprovals: 1,
  modelDraftPolicy: 'hold',
  timeZone: 'UTC',
};

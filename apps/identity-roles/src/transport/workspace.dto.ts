import { Id, Plan, WorkspaceSettings } from '@imprimatur/contracts';
import { z } from 'zod';
import type { Workspace } from '../domain/workspace.ts';

export const WorkspaceDto = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    plan: Plan,
    settings: WorkspaceSettings,
    version: z.int().min(1),
  })
  .meta({ id: 'Workspace' });
export type WorkspaceDto = z.output<typeof WorkspaceDto>;

export const SettingsBody = z
  .strictObject(WorkspaceSettings.partial().shape)
  .meta({ description: 'what is left out stays as it is' });
export type SettingsBody = z.output<typeof SettingsBody>;

export const toWorkspaceDto = ({ id, slug, name, plan, settings, version }: Workspace): WorkspaceDto => ({
  id,
  slug,
  name,
  plan,
  settings,
  version,
});

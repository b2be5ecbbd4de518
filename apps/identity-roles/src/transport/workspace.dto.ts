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

export const toWorkspaceDto = ({ id, slug, name, plan, settings, version }: Workspace): WorkspaceDto => ({
  id,
  slug,
  name,
  plan,
  settings,
  version,
});

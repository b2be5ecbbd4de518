import { z } from 'zod';
import { WorkspaceSettings } from '../workspace-settings.ts';

export const SettingsBody = z
  .strictObject(WorkspaceSettings.partial().shape)
  .meta({ description: 'what is left out stays as it is' });
export type SettingsBody = z.output<typeof SettingsBody>;

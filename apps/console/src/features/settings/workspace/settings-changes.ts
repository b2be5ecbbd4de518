import { strings } from '../../../strings/en.ts';
import type { Settings } from './workspace-query.ts';

const texts = strings.settings.workspace;

export type Setting = keyof Settings;
const all: Setting[] = ['requireApprovals', 'selfApproval', 'requiredApprovals', 'modelDraftPolicy', 'timeZone'];

export const changedSettings = (before: Settings, after: Settings): Setting[] =>
  all.filter((setting) => before[setting] !== after[setting]);

export const areSameSettings = (before: Settings, after: Settings): boolean =>
  changedSettings(before, after).length === 0;

/** Only what differs: what is left out of a change stays as it is, also where somebody else changes it meanwhile. */
export const patchOf = (before: Settings, after: Settings): Partial<Settings> =>
  Object.fromEntries(changedSettings(before, after).map((setting) => [setting, after[setting]]));

/** What a setting is set to, as the page says it. */
export function wordsOf(settings: Settings, setting: Setting): string {
  switch (setting) {
    case 'requireApprovals':
      return settings.requireApprovals ? texts.on : texts.off;
    case 'selfApproval':
      return texts.selfApproval[settings.selfApproval].label;
    case 'requiredApprovals':
      return texts.approvals(settings.requiredApprovals);
    case 'modelDraftPolicy':
      return texts.modelDraftPolicy[settings.modelDraftPolicy].label;
    case 'timeZone':
      return settings.timeZone;
  }
}

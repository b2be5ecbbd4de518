import { LeaveGuard } from '../../../components/leaving/LeaveGuard.tsx';
import { strings } from '../../../strings/en.ts';
import { ChangesBar } from '../ChangesBar.tsx';
import { OvertakenNotice } from '../OvertakenNotice.tsx';
import { useHeldDraft } from '../use-held-draft.ts';
import { areSameSettings, changedSettings, patchOf, wordsOf } from './settings-changes.ts';
import classes from './Settings.module.css';
import { SettingFields } from './SettingFields.tsx';
import { SettingsEffectPanel } from './SettingsEffectPanel.tsx';
import { SettingsRefusal } from './SettingsRefusal.tsx';
import { useSaveSettings } from './use-save-settings.ts';
import type { Settings, Workspace } from './workspace-query.ts';

const { workspace: texts } = strings.settings;
const settingsOf = ({ settings }: Workspace): Settings => settings;

export function SettingsEditor({ workspace }: { workspace: Workspace }) {
  const draft = useHeldDraft(workspace, settingsOf, areSameSettings);
  const saving = useSaveSettings(draft.release);
  const { before, content } = draft;
  const patch = patchOf(before, content);
  const changes = changedSettings(before, content);
  const change = (settings: Settings): void => {
    saving.reset();
    draft.change(settings);
  };
  const discard = (): void => {
    saving.reset();
    draft.discard();
  };
  return (
    <>
      {draft.isOvertaken && (
        <OvertakenNotice
          title={texts.overtaken}
          rows={changedSettings(workspace.settings, content).map((setting) => ({
            label: texts.fields[setting],
            theirs: wordsOf(workspace.settings, setting),
            mine: wordsOf({ ...workspace.settings, ...patch }, setting),
          }))}
          count={changes.length}
          onKeepMine={() => draft.goOn({ ...workspace.settings, ...patch })}
          onTakeTheirs={discard}
        />
      )}
      {saving.isError && !draft.isOvertaken && (
        <div className={classes.refusal}>
          <SettingsRefusal error={saving.error} plan={workspace.plan} />
        </div>
      )}
      <div className={classes.columns}>
        <SettingFields plan={workspace.plan} before={before} settings={content} onChange={change} />
        <SettingsEffectPanel patch={patch} />
      </div>
      <ChangesBar
        count={changes.length}
        isSaving={saving.isPending}
        isSaved={saving.isSuccess}
        onSave={() => saving.mutate({ patch, version: draft.base.version })}
        onDiscard={discard}
        onUndo={draft.undo}
      />
      <LeaveGuard isUnsaved={draft.isUnsaved} />
    </>
  );
}

import { NativeSelect, Select, Switch } from '@mantine/core';
import { strings } from '../../../strings/en.ts';
import { ChoiceOf } from './ChoiceOf.tsx';
import { wordsOf, type Setting } from './settings-changes.ts';
import classes from './Settings.module.css';
import { timeZones } from './time-zones.ts';
import type { Settings, Workspace } from './workspace-query.ts';

const { workspace: texts } = strings.settings;
const MOST_APPROVALS = 5;

interface Props {
  plan: Workspace['plan'];
  before: Settings;
  settings: Settings;
  isReadOnly?: boolean;
  onChange?: (settings: Settings) => void;
}

/** Every setting with what it does in plain words, and what it was before it was changed here. */
export function SettingFields({ plan, before, settings, isReadOnly = false, onChange }: Props) {
  const set = <Key extends Setting>(key: Key, value: Settings[Key]): void => onChange?.({ ...settings, [key]: value });
  const shared = { disabled: isReadOnly };
  const changed = (setting: Setting) => {
    if (before[setting] === settings[setting]) return null;
    return <p className={classes.changed}>{texts.wasBefore(wordsOf(before, setting))}</p>;
  };
  return (
    <div className={classes.fields}>
      <div className={classes.field}>
        <Switch
          {...shared}
          label={texts.fields.requireApprovals}
          description={texts.help.requireApprovals}
          checked={settings.requireApprovals}
          onChange={({ currentTarget }) => set('requireApprovals', currentTarget.checked)}
        />
        <div className={classes.beside}>
          {plan !== 'business' && (
            <p className={classes.hint}>
              {before.requireApprovals ? texts.planLost(texts.plans[plan]) : texts.planNeeded(texts.plans[plan])}
            </p>
          )}
          {changed('requireApprovals')}
        </div>
      </div>
      <div className={classes.field}>
        <NativeSelect
          {...shared}
          className={classes.narrow}
          label={texts.fields.requiredApprovals}
          description={texts.help.requiredApprovals}
          value={settings.requiredApprovals}
          data={Array.from({ length: MOST_APPROVALS }, (_, index) => ({
            value: String(index + 1),
            label: texts.approvals(index + 1),
          }))}
          onChange={({ currentTarget }) => set('requiredApprovals', Number(currentTarget.value))}
        />
        {changed('requiredApprovals')}
      </div>
      <div className={classes.field}>
        <ChoiceOf
          {...shared}
          label={texts.fields.selfApproval}
          help={texts.help.selfApproval}
          options={texts.selfApproval}
          value={settings.selfApproval}
          onChange={(value) => set('selfApproval', value)}
        />
        {changed('selfApproval')}
      </div>
      <div className={classes.field}>
        <ChoiceOf
          {...shared}
          label={texts.fields.modelDraftPolicy}
          help={texts.help.modelDraftPolicy}
          options={texts.modelDraftPolicy}
          value={settings.modelDraftPolicy}
          onChange={(value) => set('modelDraftPolicy', value)}
        />
        {changed('modelDraftPolicy')}
      </div>
      <div className={classes.field}>
        <Select
          {...shared}
          className={classes.narrow}
          label={texts.fields.timeZone}
          description={texts.help.timeZone}
          searchable
          limit={100}
          allowDeselect={false}
          nothingFoundMessage={texts.zoneNotFound}
          value={settings.timeZone}
          data={timeZones(settings.timeZone)}
          onChange={(zone) => zone !== null && set('timeZone', zone)}
        />
        {changed('timeZone')}
      </div>
    </div>
  );
}

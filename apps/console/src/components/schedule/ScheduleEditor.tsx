import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { NextRuns } from './NextRuns.tsx';
import { PeriodNote } from './PeriodNote.tsx';
import { scheduleOfKind, type Schedule, type ScheduleKind, type ScheduleOf } from './schedule.ts';
import classes from './ScheduleEditor.module.css';
import { WeeklyFields } from './WeeklyFields.tsx';
import { ZonePicker } from './ZonePicker.tsx';

const { schedule: texts } = strings.syncs;

const kinds = (['manual', 'interval', 'weekly', 'cron'] as const).map((kind) => ({
  value: kind,
  label: texts.kinds[kind],
}));
const units = (['minutes', 'hours', 'days', 'weeks'] as const).map((unit) => ({ value: unit, label: unit }));

interface Props {
  value: Schedule;
  onChange: (schedule: Schedule) => void;
  /** The workspace's, which new schedules begin with. */
  timeZone: string;
  /** What is wrong, by the name of the field. */
  errors?: Record<string, string> | undefined;
}

/** When a sync runs by itself: chosen, said in plain words, and shown as the runs that come of it. */
export function ScheduleEditor({ value, onChange, timeZone, errors = {} }: Props) {
  return (
    <div className={classes.editor}>
      <SegmentedControl
        className={classes.kinds}
        aria-label={texts.kind}
        data={kinds}
        value={value.kind}
        onChange={(kind) => onChange(scheduleOfKind(kind, value, timeZone))}
      />
      {value.kind === 'interval' && <IntervalFields value={value} onChange={onChange} error={errors.every} />}
      {value.kind === 'weekly' && <WeeklyFields value={value} onChange={onChange} errors={errors} />}
      {value.kind === 'cron' && <CronField value={value} onChange={onChange} error={errors.expression} />}
      {value.kind !== 'manual' && (
        <ZonePicker value={value.timeZone} onChange={(zone) => onChange({ ...value, timeZone: zone })} />
      )}
      {value.kind !== 'manual' && <PeriodNote value={value} onChange={onChange} />}
      <NextRuns schedule={value} workspaceZone={timeZone} />
    </div>
  );
}

interface FieldProps<Kind extends ScheduleKind> {
  value: ScheduleOf<Kind>;
  onChange: (schedule: Schedule) => void;
  error: string | undefined;
}

function IntervalFields({ value, onChange, error }: FieldProps<'interval'>) {
  return (
    <div className={classes.line}>
      <NumberInput
        className={classes.number}
        label={texts.every}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={value.every === 0 ? '' : value.every}
        error={error}
        onChange={(every) => onChange({ ...value, every: Number(every) })}
      />
      <Select
        className={classes.unit}
        label={texts.unit}
        data={units}
        allowDeselect={false}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: unit ?? value.unit })}
      />
    </div>
  );
}

function CronField({ value, onChange, error }: FieldProps<'cron'>) {
  return (
    <TextInput
      className={classes.cron}
      label={texts.cron}
      description={texts.cronHint}
      spellCheck={false}
      autoComplete="off"
      value={value.expression}
      error={error}
      onChange={({ currentTarget }) => onChange({ ...value, expression: currentTarget.value })}
    />
  );
}

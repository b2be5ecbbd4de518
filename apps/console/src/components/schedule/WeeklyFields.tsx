import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { strings } from '../../strings/en.ts';
import { weekdays, type Schedule, type ScheduleOf } from './schedule.ts';
import classes from './ScheduleEditor.module.css';

const { schedule: texts } = strings.syncs;
const MOST_TIMES = 24;

type Weekly = ScheduleOf<'weekly'>;

interface Props {
  value: Weekly;
  onChange: (schedule: Schedule) => void;
  errors: Record<string, string>;
}

/** On which days, and at which times of the day. */
export function WeeklyFields({ value, onChange, errors }: Props) {
  const { days, times } = value;
  const choose = (chosen: string[]): void =>
    onChange({ ...value, days: weekdays.filter((day) => chosen.includes(day)) });
  const setTime = (index: number, time: string): void => onChange({ ...value, times: times.with(index, time) });
  return (
    <>
      <Checkbox.Group label={texts.days} value={days} onChange={choose} error={errors.days}>
        <div className={classes.days}>
          {weekdays.map((day) => (
            <Checkbox key={day} value={day} label={texts.weekdays[day]} />
          ))}
        </div>
      </Checkbox.Group>
      <fieldset className={classes.times}>
        <legend>{texts.times}</legend>
        {times.map((time, index) => (
          <div key={index} className={classes.time}>
            <TextInput
              type="time"
              aria-label={texts.time(index + 1)}
              value={time}
              error={time === '' && errors.times !== undefined}
              onChange={({ currentTarget }) => setTime(index, currentTarget.value)}
            />
            {times.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={texts.removeTime(time)}
                onClick={() => onChange({ ...value, times: times.toSpliced(index, 1) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        {times.length < MOST_TIMES && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange({ ...value, times: [...times, '12:00'] })}
          >
            {texts.addTime}
          </Button>
        )}
        {errors.times !== undefined && <p className={classes.error}>{errors.times}</p>}
      </fieldset>
    </>
  );
}

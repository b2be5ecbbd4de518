import { Button } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import { exactTime } from '../time.ts';
import type { Schedule, TimedSchedule } from './schedule.ts';
import classes from './ScheduleEditor.module.css';

const { schedule: texts } = strings.syncs;

/** From when and until when a schedule holds, where it was given a beginning or an end. */
export function PeriodNote({ value, onChange }: { value: TimedSchedule; onChange: (schedule: Schedule) => void }) {
  const { startAt, endAt, ...open } = value;
  if (!startAt && !endAt) return null;
  return (
    <p className={classes.note}>
      {startAt && texts.from(exactTime(startAt))} {endAt && texts.until(exactTime(endAt))}{' '}
      <Button variant="subtle" size="compact-xs" onClick={() => onChange(open)}>
        {texts.removePeriod}
      </Button>
    </p>
  );
}

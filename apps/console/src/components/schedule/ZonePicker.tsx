import { Select } from '@mantine/core';
import { strings } from '../../strings/en.ts';
import classes from './ScheduleEditor.module.css';

const { schedule: texts } = strings.syncs;
const SHOWN = 100;

const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** An IANA time zone, found by a part of its name. */
export function ZonePicker({ value, onChange }: { value: string; onChange: (timeZone: string) => void }) {
  return (
    <Select
      className={classes.zone}
      label={texts.zone}
      searchable
      allowDeselect={false}
      limit={SHOWN}
      nothingFoundMessage={texts.noZone}
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}

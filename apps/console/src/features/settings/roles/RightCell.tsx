import { Checkbox, NativeSelect, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import { GivenRight } from './GivenRight.tsx';
import classes from './GrantMatrix.module.css';
import { isLevel, type Level, type Right, type RightValue } from './role-content.ts';

const { roles: texts } = strings;
const levels = (['none', 'draft', 'publish'] as const).map((level) => ({ value: level, label: texts.levels[level] }));

interface Props {
  id: string;
  right: Right;
  /** Which right it is, and where. */
  label: string;
  value: RightValue;
  /** Why it stays as it is. */
  lockedBy: string | undefined;
  /** What there is to know about it, such as that it has no effect. */
  flag: string | undefined;
  /** What it was before it was changed here. */
  before: string | undefined;
  isReadOnly: boolean;
  onSet: (value: RightValue) => void;
}

/** One right in one row: an input of its own, with whatever there is to know about it. */
export function RightCell({ id, right, label, value, lockedBy, flag, before, isReadOnly, onSet }: Props) {
  const canHover = useMediaQuery('(hover: hover)', true, { getInitialValueInEffect: false });
  const notes = [isReadOnly ? undefined : lockedBy, flag, before].filter((note) => note !== undefined).join('; ');
  const described = { id, 'aria-label': label, ...(notes !== '' && { 'aria-describedby': `${id}-notes` }) };
  return (
    <Tooltip
      label={notes}
      // Where nothing can hover, it would stay open after a tap.
      disabled={notes === '' || !canHover}
      multiline
      maw={280}
      events={{ hover: true, focus: true, touch: false }}
    >
      <div className={classes.cell} data-changed={before === undefined ? undefined : true}>
        <span className={classes.cellLabel} aria-hidden>
          {texts.columns[right]}
        </span>
        {isReadOnly && <GivenRight value={value} />}
        {!isReadOnly && isLevel(right) && (
          <NativeSelect
            {...described}
            size="xs"
            rightSectionWidth={20}
            className={classes.level}
            data={levels}
            value={value as Level}
            onChange={({ currentTarget }) => onSet(currentTarget.value as Level)}
          />
        )}
        {!isReadOnly && !isLevel(right) && (
          <Checkbox
            {...described}
            checked={value === true}
            aria-disabled={lockedBy === undefined ? undefined : true}
            onChange={({ currentTarget }) => lockedBy === undefined && onSet(currentTarget.checked)}
          />
        )}
        {lockedBy !== undefined && !isReadOnly && <IconLock className={classes.lock} size={12} aria-hidden />}
        {flag !== undefined && <IconAlertTriangle className={classes.flag} size={14} aria-hidden />}
        {notes !== '' && (
          <span id={`${id}-notes`} className={classes.notes}>
            {notes}
          </span>
        )}
      </div>
    </Tooltip>
  );
}

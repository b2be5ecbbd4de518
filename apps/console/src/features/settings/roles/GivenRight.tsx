import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { strings } from '../../../strings/en.ts';
import classes from './GrantMatrix.module.css';
import type { RightValue } from './role-content.ts';
import { valueWords } from './role-words.ts';

/** A right where it is only looked at. */
export function GivenRight({ value }: { value: RightValue }) {
  if (value === 'draft' || value === 'publish') return <span className={classes.given}>{valueWords(value)}</span>;
  const Icon = value === true ? IconCheck : IconMinus;
  return (
    <span className={classes.given} data-none={value !== true || undefined}>
      <Icon size={16} aria-hidden />
      <VisuallyHidden>{value === 'none' ? strings.roles.levels.none : valueWords(value)}</VisuallyHidden>
    </span>
  );
}

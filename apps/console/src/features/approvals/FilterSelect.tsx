import { NativeSelect } from '@mantine/core';
import classes from './InboxPage.module.css';

interface Props {
  label: string;
  any: string;
  options: readonly { id: string; name: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Narrows a list to one of several things, or to none of them. */
export function FilterSelect({ label, any, options, value, onChange }: Props) {
  return (
    <NativeSelect
      size="xs"
      className={classes.filter}
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      data={[{ value: '', label: any }, ...options.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

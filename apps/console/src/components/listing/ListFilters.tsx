import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './ListFilters.module.css';

const TYPING_MS = 250;

export interface ListFilter {
  /** What it is called in the address. */
  name: string;
  label: string;
  /** Stands where it narrows nothing. */
  any: string;
  options: readonly { id: string; name: string }[];
  value: string | undefined;
}

interface Props {
  search: { label: string; hint: string; value: string | undefined };
  filters?: readonly ListFilter[];
  /** With the text as `q`. */
  onChange: (changed: Record<string, string | undefined>) => void;
}

/** What a list is narrowed by: a text, and some choices. Their values stand in the address. */
export function ListFilters({ search, filters = [], onChange }: Props) {
  const [text, setText] = useState(search.value ?? '');
  const [shown, setShown] = useState(search.value);
  // The address changed by itself: filters were cleared, or somebody went back.
  if (shown !== search.value) {
    setShown(search.value);
    setText(search.value ?? '');
  }
  const apply = useDebouncedCallback((q: string) => {
    setShown(q || undefined);
    onChange({ q: q || undefined });
  }, TYPING_MS);
  return (
    <div className={classes.filters} role="search">
      <TextInput
        type="search"
        size="xs"
        className={classes.search}
        aria-label={search.label}
        placeholder={search.hint}
        leftSection={<IconSearch size={14} aria-hidden />}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          apply(currentTarget.value);
        }}
      />
      {filters.map(({ name, label, any, options, value }) => (
        <NativeSelect
          key={name}
          size="xs"
          className={classes.filter}
          aria-label={label}
          value={value ?? ''}
          onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value || undefined })}
          data={[{ value: '', label: any }, ...options.map((option) => ({ value: option.id, label: option.name }))]}
        />
      ))}
    </div>
  );
}

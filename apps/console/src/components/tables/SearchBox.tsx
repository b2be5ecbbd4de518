import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './SearchBox.module.css';

const TYPING_MS = 250;

interface Props {
  label: string;
  hint?: string;
  /** What is searched for, wherever that is kept. */
  text: string | undefined;
  onSearch: (text: string | undefined) => void;
}

/** Where one types what to search for; told once the typing pauses. */
export function SearchBox({ label, hint = label, text, onSearch }: Props) {
  const [typed, setTyped] = useState(text ?? '');
  const [shown, setShown] = useState(text);
  // It changed by itself: filters were cleared, or somebody went back.
  if (shown !== text) {
    setShown(text);
    setTyped(text ?? '');
  }
  const search = useDebouncedCallback((wanted: string) => {
    setShown(wanted || undefined);
    onSearch(wanted || undefined);
  }, TYPING_MS);
  return (
    <TextInput
      type="search"
      size="xs"
      className={classes.search}
      aria-label={label}
      placeholder={hint}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}

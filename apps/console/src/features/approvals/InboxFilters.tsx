import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { strings } from '../../strings/en.ts';
import type { InboxSearch } from './inbox-search.ts';
import classes from './InboxPage.module.css';

const { approvals } = strings;
const TYPING_MS = 250;

interface Props {
  search: InboxSearch;
  onChange: (changed: { q?: string | undefined; kind?: InboxSearch['kind'] }) => void;
}

export function InboxFilters({ search, onChange }: Props) {
  const [text, setText] = useState(search.q ?? '');
  const [shown, setShown] = useState(search.q);
  // The address changed by itself: filters were cleared, or somebody went back.
  if (shown !== search.q) {
    setShown(search.q);
    setText(search.q ?? '');
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
        aria-label={approvals.search}
        placeholder={approvals.searchHint}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          apply(currentTarget.value);
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={approvals.kind}
        value={search.kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: value === 'model' || value === 'sync' ? value : undefined })
        }
        data={[
          { value: '', label: approvals.anyKind },
          { value: 'model', label: approvals.onlyModels },
          { value: 'sync', label: approvals.onlySyncs },
        ]}
      />
    </div>
  );
}

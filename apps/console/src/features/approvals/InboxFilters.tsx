import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { strings } from '../../strings/en.ts';
import { destinationNamesQuery, sourceNamesQuery } from './connections-query.ts';
import { FilterSelect } from './FilterSelect.tsx';
import type { ChangedSearch, InboxSearch } from './inbox-search.ts';
import classes from './InboxPage.module.css';

const { approvals } = strings;
const TYPING_MS = 250;
const kinds = [
  { id: 'model', name: approvals.onlyModels },
  { id: 'sync', name: approvals.onlySyncs },
] as const;

interface Props {
  search: InboxSearch;
  onChange: (changed: ChangedSearch) => void;
}

export function InboxFilters({ search, onChange }: Props) {
  const [text, setText] = useState(search.q ?? '');
  const [shown, setShown] = useState(search.q);
  const sources = useQuery(sourceNamesQuery).data ?? [];
  const destinations = useQuery(destinationNamesQuery).data ?? [];
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
      <FilterSelect
        label={approvals.kind}
        any={approvals.anyKind}
        options={kinds}
        value={search.kind}
        onChange={(value) => onChange({ kind: kinds.find(({ id }) => id === value)?.id })}
      />
      {sources.length > 1 && (
        <FilterSelect
          label={approvals.source}
          any={approvals.anySource}
          options={sources}
          value={search.sourceId}
          onChange={(sourceId) => onChange({ sourceId })}
        />
      )}
      {destinations.length > 1 && (
        <FilterSelect
          label={approvals.destination}
          any={approvals.anyDestination}
          options={destinations}
          value={search.destinationId}
          onChange={(destinationId) => onChange({ destinationId })}
        />
      )}
    </div>
  );
}

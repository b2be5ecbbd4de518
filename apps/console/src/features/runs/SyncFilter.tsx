import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { strings } from '../../strings/en.ts';
import { syncNameQuery, syncNamesQuery } from './sync-names-query.ts';

const { filters } = strings.runs;
const TYPING_MS = 250;

interface Props {
  syncId: string | undefined;
  onChange: (syncId: string | undefined) => void;
}

/** Chooses one of the syncs, however many there are: the server looks them up by what is typed. */
export function SyncFilter({ syncId, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, TYPING_MS);
  const chosen = useQuery({ ...syncNameQuery(syncId ?? ''), enabled: syncId !== undefined }).data;
  const found = useQuery(syncNamesQuery(q === chosen?.label ? '' : q)).data ?? [];
  const options = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      size="xs"
      aria-label={filters.sync}
      placeholder={filters.anySync}
      nothingFoundMessage={filters.noSync}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': filters.anySync }}
      filter={({ options: all }) => all}
      data={options}
      value={syncId ?? null}
      onSearchChange={setTyped}
      onChange={(value) => onChange(value ?? undefined)}
    />
  );
}

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { strings } from '../../strings/en.ts';

type Collection = 'models' | 'audiences' | 'destinations';
const TYPING_MS = 250;

interface Props {
  collection: Collection;
  label: string;
  value: string;
  /** The name of what is chosen already. */
  name: string | undefined;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** One of many, searched by the server as one types. */
export function ResourcePicker({ collection, label, value, name, onChange, error }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const known = chosen?.value === value ? chosen : { value, label: name ?? value };
  const [sought] = useDebouncedValue(typed === known.label ? '' : typed, TYPING_MS);
  const found = useQuery({
    queryKey: [collection, 'picked', sought],
    queryFn: ({ signal }) => search(collection, sought, signal),
    placeholderData: keepPreviousData,
  });
  const options = (found.data ?? []).map((each) => ({ value: each.id, label: each.name }));
  const all = value === '' || options.some((option) => option.value === value) ? options : [known, ...options];
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={all}
      value={value === '' ? null : value}
      onChange={(id, option) => {
        setChosen(option);
        onChange(id ?? '');
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched already; names are only narrowed further while its answer is on its way.
      nothingFoundMessage={strings.audiences.nothingFound}
      error={error ?? (found.isError ? found.error.message : undefined)}
    />
  );
}

async function search(collection: Collection, q: string, signal: AbortSignal): Promise<{ id: string; name: string }[]> {
  const options = { signal, params: { query: { limit: 50, ...(q !== '' && { q }) } } };
  if (collection === 'models') return (await answerOf(api.GET('/api/v1/models', options))).items;
  if (collection === 'audiences') return (await answerOf(api.GET('/api/v1/audiences', options))).items;
  return (await answerOf(api.GET('/api/v1/destinations', options))).items;
}

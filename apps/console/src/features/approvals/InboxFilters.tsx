import { useQuery } from '@tanstack/react-query';
import { ListFilters } from '../../components/listing/ListFilters.tsx';
import { strings } from '../../strings/en.ts';
import { destinationNamesQuery, sourceNamesQuery } from './connections-query.ts';
import type { ChangedSearch, InboxSearch } from './inbox-search.ts';

const { approvals } = strings;
const kinds = [
  { id: 'model', name: approvals.onlyModels },
  { id: 'sync', name: approvals.onlySyncs },
];

interface Props {
  search: InboxSearch;
  onChange: (changed: ChangedSearch) => void;
}

export function InboxFilters({ search: { q, kind, sourceId, destinationId }, onChange }: Props) {
  const sources = useQuery(sourceNamesQuery).data ?? [];
  const destinations = useQuery(destinationNamesQuery).data ?? [];
  const ends = [
    { name: 'sourceId', label: approvals.source, any: approvals.anySource, options: sources, value: sourceId },
    {
      name: 'destinationId',
      label: approvals.destination,
      any: approvals.anyDestination,
      options: destinations,
      value: destinationId,
    },
  ];
  return (
    <ListFilters
      search={{ label: approvals.search, hint: approvals.searchHint, value: q }}
      filters={[
        { name: 'kind', label: approvals.kind, any: approvals.anyKind, options: kinds, value: kind },
        ...ends.filter(({ options }) => options.length > 1),
      ]}
      onChange={(changed) => onChange(changed)}
    />
  );
}

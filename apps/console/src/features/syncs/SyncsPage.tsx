import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { components } from '../../api/schema.d.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { Labels } from '../../components/listing/Labels.tsx';
import { ListFilters } from '../../components/listing/ListFilters.tsx';
import { PublishedWhen } from '../../components/listing/PublishedWhen.tsx';
import { ResourceList } from '../../components/listing/ResourceList.tsx';
import type { ListColumn } from '../../components/listing/ResourceTable.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Said } from '../../components/Said.tsx';
import { strings } from '../../strings/en.ts';
import { StatusBadges } from './StatusBadges.tsx';
import { readinessQuery, syncsQuery } from './sync-list-queries.ts';
import { syncsSearchOf, syncStates } from './sync-searches.ts';
import { syncStatuses } from './sync-status.ts';

const { list: texts } = strings.syncs;

type Item = components['schemas']['ResourceListItem'];
type Readiness = Map<string, Parameters<typeof syncStatuses>[1]>;

/** All syncs that one may view; what the list is narrowed by stands in the address. */
export function SyncsPage() {
  const search = useSearch({ from: '/frame/syncs' });
  const navigate = useNavigate({ from: '/syncs' });
  const { story } = useLocation().state;
  const list = useInfiniteQuery(syncsQuery(search));
  const readiness = useQuery(readinessQuery).data;
  const columns = useMemo(() => columnsWith(readiness), [readiness]);
  const newSync = <ButtonLink to="/syncs/new">{strings.syncs.newSync}</ButtonLink>;
  return (
    <>
      <PageHeader title={strings.syncs.title} actions={newSync} />
      <Said>{story ?? ''}</Said>
      <ListFilters
        search={{ label: texts.search, hint: texts.searchHint, value: search.q }}
        filters={[
          {
            ...{ name: 'state', label: texts.state, any: texts.anyState, value: search.state },
            options: syncStates.map((id) => ({ id, name: texts.states[id] })),
          },
        ]}
        onChange={(changed) => void navigate({ search: syncsSearchOf({ ...search, ...changed }), replace: true })}
      />
      <ResourceList
        caption={texts.caption}
        loading={texts.loading}
        columns={columns}
        list={list}
        search={search}
        empty={<EmptyState action={newSync}>{texts.empty}</EmptyState>}
        onClear={() => void navigate({ search: {} })}
      />
    </>
  );
}

const columnsWith = (readiness: Readiness | undefined): ListColumn<Item>[] => [
  {
    label: texts.columns.name,
    isHeading: true,
    cell: ({ id, name, labels }) => (
      <>
        <AnchorLink to="/syncs/$syncId" params={{ syncId: id }}>
          <bdi>{name}</bdi>
        </AnchorLink>
        <Labels labels={labels} />
      </>
    ),
  },
  {
    label: texts.columns.status,
    width: 'wide',
    cell: (item) => <StatusBadges statuses={syncStatuses(item, readiness?.get(item.id))} />,
  },
  {
    label: texts.columns.model,
    width: 'medium',
    isNamedInCards: true,
    cell: ({ ends }) => <bdi>{ends.modelName}</bdi>,
  },
  {
    label: texts.columns.destination,
    width: 'medium',
    isNamedInCards: true,
    cell: ({ ends }) => <bdi>{ends.destinationName}</bdi>,
  },
  {
    label: texts.columns.published,
    width: 'medium',
    isNamedInCards: true,
    cell: ({ published }) => <PublishedWhen published={published} />,
  },
];

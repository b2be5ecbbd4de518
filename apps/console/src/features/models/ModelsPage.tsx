import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session-query.ts';
import { everySourceQuery } from '../../api/source-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { ListFilters } from '../../components/listing/ListFilters.tsx';
import { ResourceList } from '../../components/listing/ResourceList.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Said } from '../../components/Said.tsx';
import { strings } from '../../strings/en.ts';
import { modelColumns } from './model-columns.tsx';
import { modelsSearchOf, modelStates } from './model-searches.ts';
import { modelsQuery } from './models-query.ts';

const { list: texts } = strings.models;
const states = modelStates.map((id) => ({ id, name: texts.states[id] }));

/** The models one may view, to be found by name, source and where they stand. */
export function ModelsPage() {
  const search = useSearch({ from: '/frame/models' });
  const navigate = useNavigate({ from: '/models' });
  const { story } = useLocation().state;
  const models = useInfiniteQuery(modelsQuery(search));
  const sources = useQuery(everySourceQuery).data ?? [];
  const role = useQuery(sessionQuery).data?.role;
  const mayWrite = role?.sources.some((grant) => grant.models !== 'none') ?? false;
  const narrow = (changed: Record<string, unknown>): void => {
    void navigate({ search: (before) => modelsSearchOf({ ...before, ...changed }), replace: true });
  };
  const newModel = mayWrite ? <ButtonLink to="/models/new">{texts.newModel}</ButtonLink> : undefined;
  return (
    <>
      <PageHeader title={strings.navigation.models} actions={newModel} />
      <Said>{story ?? ''}</Said>
      <ListFilters
        search={{ label: texts.search, hint: texts.searchHint, value: search.q }}
        filters={[
          { name: 'state', label: texts.state, any: texts.anyState, options: states, value: search.state },
          ...(sources.length > 1
            ? [
                {
                  name: 'sourceId',
                  label: texts.source,
                  any: texts.anySource,
                  options: sources,
                  value: search.sourceId,
                },
              ]
            : []),
        ]}
        onChange={narrow}
      />
      <ResourceList
        caption={strings.navigation.models}
        loading={texts.loading}
        columns={modelColumns}
        list={models}
        search={search}
        onClear={() => void navigate({ search: {}, replace: true })}
        empty={<EmptyState action={newModel}>{mayWrite ? texts.empty : texts.emptyReader}</EmptyState>}
      />
    </>
  );
}

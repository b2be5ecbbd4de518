import { defineAbilityFor, canCreate } from '@imprimatur/abilities';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session-query.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchedTable } from '../../components/tables/SearchedTable.tsx';
import { strings } from '../../strings/en.ts';
import { connectionsQuery, type Connection } from './connections-query.ts';
import { useKind } from './use-kind.ts';
import { WhoCreates } from './WhoCreates.tsx';
import { whereTo } from './where-to.ts';

const { connections } = strings;

/** The sources, or the destinations, one may view. */
export function ConnectionsPage() {
  const { kind } = useKind();
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const result = useInfiniteQuery(connectionsQuery(kind, q));
  const role = useQuery(sessionQuery).data?.role;
  const mayCreate = role !== undefined && role !== null && canCreate(defineAbilityFor(role), kind);
  const texts = connections[kind];
  const create = mayCreate && (
    <ButtonLink to={kind === 'source' ? '/sources/new' : '/destinations/new'}>{texts.create}</ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={texts.title}
        facts={texts.facts}
        actions={result.data?.pages[0]?.items.length !== 0 && create}
      />
      <SearchedTable
        result={result}
        q={q}
        onSearch={(wanted) =>
          void navigate({ to: '.', search: wanted === undefined ? {} : { q: wanted }, replace: true })
        }
        texts={texts}
        empty={
          <EmptyState action={create}>
            {texts.empty} {!mayCreate && <WhoCreates kind={kind} />}
          </EmptyState>
        }
        columns={[
          {
            label: connections.columns.name,
            isHeading: true,
            cell: ({ id, name }: Connection) =>
              kind === 'source' ? (
                <AnchorLink to="/sources/$sourceId" params={{ sourceId: id }}>
                  <bdi>{name}</bdi>
                </AnchorLink>
              ) : (
                <AnchorLink to="/destinations/$destinationId" params={{ destinationId: id }}>
                  <bdi>{name}</bdi>
                </AnchorLink>
              ),
          },
          { label: connections.columns.type, width: 'medium', cell: ({ type }) => connections.types[type] },
          { label: connections.columns.where, width: 'widest', cell: ({ settings }) => whereTo(settings) },
        ]}
      />
    </>
  );
}

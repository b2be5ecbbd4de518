import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session-query.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { SearchedTable } from '../../components/tables/SearchedTable.tsx';
import { strings } from '../../strings/en.ts';
import { collectionOf, livesQuery, type Live } from './live-queries.ts';
import { ReadOnly } from './ReadOnly.tsx';
import { useKind } from './use-kind.ts';

const { audiences } = strings;
const { columns } = audiences;

/** The audiences, or the journeys, one may view. */
export function LiveListPage() {
  const { kind } = useKind();
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const result = useInfiniteQuery(livesQuery(kind, q));
  const role = useQuery(sessionQuery).data?.role;
  const texts = audiences[kind];
  const mayCreate = role?.workspace[collectionOf(kind)] === true;
  const create = mayCreate && (
    <ButtonLink to={kind === 'audience' ? '/audiences/new' : '/journeys/new'}>{texts.create}</ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={texts.title}
        facts={texts.facts}
        actions={result.data?.pages[0]?.items.length !== 0 && create}
      />
      {role?.workspace[collectionOf(kind)] === false && <ReadOnly kind={kind} />}
      <SearchedTable
        result={result}
        q={q}
        onSearch={(wanted) =>
          void navigate({ to: '.', search: wanted === undefined ? {} : { q: wanted }, replace: true })
        }
        texts={texts}
        empty={<EmptyState action={create}>{texts.empty}</EmptyState>}
        columns={[
          { label: columns.name, isHeading: true, cell: (live: Live) => <LiveLink live={live} /> },
          {
            label: kind === 'audience' ? columns.model : columns.audience,
            width: 'wide',
            isNamedInCards: true,
            cell: (live) => <bdi>{'modelName' in live ? live.modelName : live.audienceName}</bdi>,
          },
          {
            label: columns.source,
            width: 'wide',
            isNamedInCards: true,
            cell: ({ sourceName }) => <bdi>{sourceName}</bdi>,
          },
          {
            label: columns.saved,
            width: 'medium',
            isNamedInCards: true,
            cell: ({ savedAt }) => <RelativeTime at={savedAt} />,
          },
        ]}
      />
    </>
  );
}

function LiveLink({ live }: { live: Live }) {
  return 'modelName' in live ? (
    <AnchorLink to="/audiences/$audienceId" params={{ audienceId: live.id }}>
      {live.name}
    </AnchorLink>
  ) : (
    <AnchorLink to="/journeys/$journeyId" params={{ journeyId: live.id }}>
      {live.name}
    </AnchorLink>
  );
}

import { canConfigure, defineAbilityFor } from '@imprimatur/abilities';
import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { ListSkeleton } from '../../components/ListSkeleton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { WhoMay } from '../../components/WhoMay.tsx';
import { strings } from '../../strings/en.ts';
import { connectionQuery } from './connections-query.ts';
import { ConnectionEditor } from './ConnectionEditor.tsx';
import { DeleteSection } from './DeleteSection.tsx';
import { TestSection } from './TestSection.tsx';
import { UsedBySection } from './UsedBySection.tsx';
import { useKind } from './use-kind.ts';
import { whereTo } from './where-to.ts';

const { connections } = strings;

/** One source or destination: who uses it, whether it connects, and how. */
export function ConnectionPage() {
  const { kind, id } = useKind();
  const connection = useQuery(connectionQuery(kind, id));
  const { data } = connection;
  const texts = connections[kind];
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to={kind === 'source' ? '/sources' : '/destinations'}>{texts.title}</AnchorLink>}
        title={data?.name ?? texts.one}
        facts={data && `${connections.types[data.type]} · ${whereTo(data.settings)}`}
      />
      {connection.isPending && <ListSkeleton label={texts.loading} />}
      {connection.isError && !data && (
        <ProblemNotice error={connection.error} onRetry={() => void connection.refetch()} />
      )}
      {data && (
        <>
          <UsedBySection kind={kind} id={id} />
          {data.configurable ? (
            <>
              <TestSection key={data.version} kind={kind} id={id} />
              <ConnectionEditor key={id} kind={kind} connection={data} />
              <DeleteSection kind={kind} connection={data} />
            </>
          ) : (
            <p>
              {texts.notConfigurable} <WhoMay grants={(role) => canConfigure(defineAbilityFor(role), { kind, id })} />
            </p>
          )}
        </>
      )}
    </>
  );
}

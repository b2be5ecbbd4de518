import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../../api/session-query.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import { AudienceFieldSet } from './AudienceFieldSet.tsx';
import { JourneyFieldSet } from './JourneyFieldSet.tsx';
import { emptyFields } from './live-content.ts';
import { collectionOf } from './live-queries.ts';
import { LiveEditor } from './LiveEditor.tsx';
import { ReadOnly } from './ReadOnly.tsx';
import { useKind, type Kind } from './use-kind.ts';

const { audiences } = strings;

export function NewLivePage() {
  const { kind } = useKind();
  const role = useQuery(sessionQuery).data?.role;
  const texts = audiences[kind];
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to={kind === 'audience' ? '/audiences' : '/journeys'}>{texts.title}</AnchorLink>}
        title={texts.create}
      />
      {role?.workspace[collectionOf(kind)] === false && <ReadOnly kind={kind} />}
      {role?.workspace[collectionOf(kind)] === true && <NewLive kind={kind} />}
    </>
  );
}

/** Nothing of it exists before it is published. */
function NewLive({ kind }: { kind: Kind }) {
  const navigate = useNavigate();
  if (kind === 'audience') {
    return (
      <LiveEditor
        kind="audience"
        saved={emptyFields.audience}
        seen={null}
        fieldSet={AudienceFieldSet}
        onCreated={(audienceId) =>
          void navigate({ to: '/audiences/$audienceId', params: { audienceId }, ignoreBlocker: true })
        }
      />
    );
  }
  return (
    <LiveEditor
      kind="journey"
      saved={emptyFields.journey}
      seen={null}
      fieldSet={JourneyFieldSet}
      onCreated={(journeyId) =>
        void navigate({ to: '/journeys/$journeyId', params: { journeyId }, ignoreBlocker: true })
      }
    />
  );
}

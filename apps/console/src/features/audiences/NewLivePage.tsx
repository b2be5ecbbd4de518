import { useNavigate } from '@tanstack/react-router';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { strings } from '../../strings/en.ts';
import { AudienceFieldSet } from './AudienceFieldSet.tsx';
import { JourneyFieldSet } from './JourneyFieldSet.tsx';
import { emptyFields } from './live-content.ts';
import { LiveEditor } from './LiveEditor.tsx';
import { useKind } from './use-kind.ts';

const { audiences } = strings;

export function NewLivePage() {
  const { kind } = useKind();
  const navigate = useNavigate();
  const texts = audiences[kind];
  return (
    <>
      <PageHeader
        breadcrumb={<AnchorLink to={kind === 'audience' ? '/audiences' : '/journeys'}>{texts.title}</AnchorLink>}
        title={texts.create}
      />
      {kind === 'audience' ? (
        <LiveEditor
          kind="audience"
          saved={emptyFields.audience}
          seen={null}
          fieldSet={AudienceFieldSet}
          onCreated={(audienceId) =>
            void navigate({ to: '/audiences/$audienceId', params: { audienceId }, ignoreBlocker: true })
          }
        />
      ) : (
        <LiveEditor
          kind="journey"
          saved={emptyFields.journey}
          seen={null}
          fieldSet={JourneyFieldSet}
          onCreated={(journeyId) =>
            void navigate({ to: '/journeys/$journeyId', params: { journeyId }, ignoreBlocker: true })
          }
        />
      )}
    </>
  );
}

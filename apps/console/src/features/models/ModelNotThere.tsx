import { ProblemError } from '../../api/problem-error.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ButtonLink } from '../../components/links/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';

const { notThere: texts } = strings.models;

/** Why a model is not shown. What one may not view does not exist for one; what is no id at all is refused as malformed. */
export function ModelNotThere({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const isNotThere = error instanceof ProblemError && [400, 404, 422].includes(error.problem.status);
  if (!isNotThere) return <ProblemNotice error={error} onRetry={onRetry} />;
  return (
    <>
      <PageHeader title={texts.title} />
      <EmptyState
        action={
          <ButtonLink to="/models" variant="default">
            {texts.toModels}
          </ButtonLink>
        }
      >
        {texts.detail}
      </EmptyState>
    </>
  );
}

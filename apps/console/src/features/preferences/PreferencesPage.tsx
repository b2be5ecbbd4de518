import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session-query.ts';
import { ListSkeleton } from '../../components/ListSkeleton.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import { PreferenceSwitches } from './PreferenceSwitches.tsx';
import { preferencesQuery } from './preferences-query.ts';

const { preferences: texts } = strings.people;

/** What one is mailed about in this workspace. */
export function PreferencesPage() {
  const preferences = useQuery(preferencesQuery);
  const session = useQuery(sessionQuery).data;
  const email = session?.member.email;
  return (
    <>
      <PageHeader title={texts.title} facts={session && email && texts.facts(session.workspace.name, email)} />
      {preferences.isPending && <ListSkeleton label={texts.loading} />}
      {preferences.isError && !preferences.data && (
        <ProblemNotice error={preferences.error} onRetry={() => void preferences.refetch()} />
      )}
      {preferences.data && <PreferenceSwitches preferences={preferences.data.preferences} />}
    </>
  );
}

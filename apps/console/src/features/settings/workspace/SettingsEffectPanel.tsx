import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../../components/ProblemNotice.tsx';
import { strings } from '../../../strings/en.ts';
import { MemberCounts } from './MemberCounts.tsx';
import { RequestCounts } from './RequestCounts.tsx';
import { settingsEffectQuery } from './settings-effect-query.ts';
import classes from './Settings.module.css';
import type { Settings } from './workspace-query.ts';

const { effect: texts } = strings.settings.workspace;
const PAUSE_MS = 250;

/** Counted by the server before anything is saved: whom the settings touch, and what becomes of open requests. */
export function SettingsEffectPanel({ patch }: { patch: Partial<Settings> }) {
  const [wanted] = useDebouncedValue(patch, PAUSE_MS);
  const now = useQuery(settingsEffectQuery({}));
  const then = useQuery(settingsEffectQuery(wanted));
  const isChanged = Object.keys(patch).length > 0;
  const error = now.error ?? then.error;
  const isPending = now.isPending || then.isPending;
  return (
    <aside className={classes.aside} aria-label={texts.title} aria-busy={isPending || then.isPlaceholderData}>
      <h2 className={classes.asideTitle}>{texts.title}</h2>
      {error !== null && (
        <ProblemNotice error={error} onRetry={() => void Promise.all([now.refetch(), then.refetch()])} />
      )}
      {error === null && isPending && (
        <>
          <VisuallyHidden role="status">{texts.counting}</VisuallyHidden>
          <Skeleton height={180} />
        </>
      )}
      {error === null && now.data && then.data && (
        <>
          <MemberCounts now={now.data.members} then={isChanged ? then.data.members : undefined} />
          <RequestCounts requests={(isChanged ? then.data : now.data).openRequests} />
        </>
      )}
    </aside>
  );
}

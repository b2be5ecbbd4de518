import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/session-query.ts';
import { hasKeptWork } from '../components/leaving/kept-work.ts';
import { signOut } from '../features/session/sign-out.ts';
import { useOverlays } from './overlay-context.ts';
import { leaveSignedOut } from './signed-out.ts';

/** Signs out, and asks first where something unsaved would go with it. */
export function useSignOut() {
  const { show } = useOverlays();
  const queries = useQueryClient();
  const session = () => queries.getQueryData(sessionQuery.queryKey);
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: () => leaveSignedOut(session()),
    // Whoever believes to be signed out leaves the browser to the next one.
    onError: () => show('sign-out'),
  });
  const hasUnsaved = (): boolean => {
    const keeper = session();
    return holdsBack() || (keeper !== undefined && hasKeptWork(keeper));
  };
  return {
    leaving,
    hasUnsaved,
    start: (): void => {
      if (hasUnsaved()) show('sign-out');
      else leaving.mutate();
    },
  };
}

/** Whether something on this page would be lost, which it says to whoever closes it. */
const holdsBack = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

import { useBlocker } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { isWorkLetGo } from './kept-work.ts';

/** Asks before a page is left on which something is not saved. Going elsewhere with `ignoreBlocker` is not asked about. */
export function LeaveGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved && !isWorkLetGo(),
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={strings.leaving.title}
      action={strings.leaving.leave}
      isDestructive
      isPending={false}
      error={null}
      onConfirm={leaving.proceed}
      onClose={leaving.reset}
    >
      {strings.leaving.detail}
    </ConfirmDialog>
  );
}

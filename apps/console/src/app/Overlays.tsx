import { lazy, Suspense } from 'react';
import { useOverlays } from './overlay-context.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';
import { WorkspaceSwitcher } from './WorkspaceSwitcher.tsx';

const SearchPalette = lazy(() =>
  import('./search/SearchPalette.tsx').then((module) => ({ default: module.SearchPalette })),
);

/** What lies over any page, one at a time. */
export function Overlays() {
  const { open, show } = useOverlays();
  const close = (): void => show(null);
  return (
    <>
      {open === 'shortcuts' && <ShortcutSheet onClose={close} />}
      {open === 'workspaces' && <WorkspaceSwitcher onClose={close} />}
      {open === 'sign-out' && <SignOutDialog onClose={close} />}
      {open === 'search' && (
        <Suspense fallback={null}>
          <SearchPalette />
        </Suspense>
      )}
    </>
  );
}

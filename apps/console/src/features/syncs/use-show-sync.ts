import { useNavigate } from '@tanstack/react-router';
import type { SavedSync } from './save-sync.ts';
import { storyOf } from './saved-story.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was just done, for the page that it leads to. */
    story?: string;
  }
}

/** Leads to the page of a sync that was just saved, which says so. */
export function useShowSync(): (saved: SavedSync) => void {
  const navigate = useNavigate();
  return (saved) =>
    void navigate({
      to: '/syncs/$syncId',
      params: { syncId: saved.id },
      state: { story: storyOf(saved) },
      ignoreBlocker: true,
    });
}

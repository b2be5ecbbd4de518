import { useNavigate } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import type { SavedModel } from './save-model.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was just done, for the page that it leads to. */
    story?: string;
  }
}

const { saved: texts } = strings.models;

/** Leads to the page of a model that was just saved, which says so. */
export function useShowModel(): (saved: SavedModel) => void {
  const navigate = useNavigate();
  return (saved) =>
    void navigate({
      to: '/models/$modelId',
      params: { modelId: saved.id },
      search: saved.version === null ? { show: 'draft' } : {},
      state: { story: storyOf(saved) },
      ignoreBlocker: true,
    });
}

function storyOf({ version, requestId }: SavedModel): string {
  if (version !== null) return texts.version(version);
  return requestId === null ? texts.draft : texts.request;
}

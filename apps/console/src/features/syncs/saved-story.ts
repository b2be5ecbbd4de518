import { strings } from '../../strings/en.ts';
import type { SavedSync } from './save-sync.ts';

const { saved: texts } = strings.syncs;

/** What became of a save, for the page that shows the sync. */
export function storyOf({ version, requestId }: SavedSync): string {
  if (version !== null) return texts.version(version);
  return requestId === null ? texts.draft : texts.request;
}

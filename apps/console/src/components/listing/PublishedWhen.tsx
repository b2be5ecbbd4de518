import type { components } from '../../api/schema.d.ts';
import { strings } from '../../strings/en.ts';
import { RelativeTime } from '../RelativeTime.tsx';

const { listing: texts } = strings;

/** Which version of something is live, and since when. */
export function PublishedWhen({ published }: Pick<components['schemas']['ResourceListItem'], 'published'>) {
  if (published === null) return texts.neverPublished;
  return (
    <>
      {texts.version(published.version)} · <RelativeTime at={published.publishedAt} />
    </>
  );
}

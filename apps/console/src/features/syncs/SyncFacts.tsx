import type { Sync } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.syncs;

/** From where to where, and since when. */
export function SyncFacts({ sync: { ends, published } }: { sync: Sync }) {
  return (
    <>
      {ends.modelId !== null && (
        <AnchorLink to="/models/$modelId" params={{ modelId: ends.modelId }} underline="always">
          {ends.modelName}
        </AnchorLink>
      )}{' '}
      → {ends.destinationName} ·{' '}
      {published === null ? (
        texts.notPublished
      ) : (
        <>
          {texts.version(published.version)} <RelativeTime at={published.publishedAt} />
        </>
      )}
    </>
  );
}

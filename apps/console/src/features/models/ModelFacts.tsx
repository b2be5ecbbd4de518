import type { Model } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { usePeople } from '../../components/saving/use-people.ts';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.models;

/** Whose rows it asks for, what is live and by whom, and how many syncs use it. */
export function ModelFacts({ model: { sourceId, sourceName, published, syncs } }: { model: Model }) {
  const { namesOf } = usePeople();
  return (
    <>
      <AnchorLink to="/sources/$sourceId" params={{ sourceId }}>
        <bdi>{sourceName}</bdi>
      </AnchorLink>{' '}
      ·{' '}
      {published === null ? (
        texts.notPublished
      ) : (
        <>
          {texts.version(published.version, namesOf(published.publishedBy))} <RelativeTime at={published.publishedAt} />
        </>
      )}{' '}
      · {texts.usedBy(syncs.length)}
    </>
  );
}

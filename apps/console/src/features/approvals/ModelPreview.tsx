import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { strings } from '../../strings/en.ts';
import { PreviewSide } from './PreviewSide.tsx';
import { PreviewSummary } from './PreviewSummary.tsx';
import classes from './Preview.module.css';
import { previewQuery } from './preview-query.ts';
import type { VisibleItem } from './request-query.ts';

const { preview } = strings.approvals;

/** The first rows of one model, as drafted and as published. The source is asked only when somebody wants to see them. */
export function ModelPreview({ item }: { item: VisibleItem }) {
  const { resourceId, revision, baseVersion, name, ends } = item;
  const isLive = baseVersion !== null;
  // Nothing but their reader asks for them: news of anything else must not.
  const draft = useQuery({ ...previewQuery(resourceId, { revision }), enabled: false });
  const published = useQuery({ ...previewQuery(resourceId, { what: 'published' }), enabled: false });
  const source = ends[0]?.sourceName ?? '';
  const isWanted = draft.isFetching || draft.isFetched || published.isFetching;
  const ask = (): void => {
    void draft.refetch();
    if (isLive) void published.refetch();
  };
  return (
    <section className={classes.model}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          <bdi>{name}</bdi>
        </h2>
        {isWanted && (
          <Button variant="default" size="xs" onClick={ask} loading={draft.isFetching || published.isFetching}>
            {preview.again}
          </Button>
        )}
      </div>
      {!isWanted ? (
        <div className={classes.offer}>
          <p>{preview.offer(source)}</p>
          <Button variant="default" onClick={ask}>
            {preview.show}
          </Button>
        </div>
      ) : (
        <>
          {draft.data && <PreviewSummary draft={draft.data} published={published.data ?? null} />}
          <div className={classes.sides} data-both={isLive || undefined}>
            <PreviewSide title={preview.draft} caption={preview.draftOf(name)} query={draft} source={source} />
            {isLive && (
              <PreviewSide
                title={preview.published(baseVersion)}
                caption={preview.publishedOf(name)}
                query={published}
                source={source}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}

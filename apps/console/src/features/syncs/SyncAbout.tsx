import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Sync } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { schedulePreviewQuery } from '../../components/schedule/preview-query.ts';
import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';
import classes from './SyncPage.module.css';

const { page: texts, destination } = strings.syncs;

/** What it moves, where to, when, and what people wrote about it. */
export function SyncAbout({ sync }: { sync: Sync }) {
  const { ends, labels, description } = sync;
  const content = (sync.published ?? sync.draft)?.content;
  const preview = useQuery({
    ...schedulePreviewQuery(content?.schedule ?? { kind: 'manual' }),
    enabled: content !== undefined,
  });
  return (
    <section aria-labelledby="about">
      <h2 id="about" className={classes.heading}>
        {texts.about}
      </h2>
      <dl className={classes.about}>
        <Fact label={texts.model}>
          {ends.modelId !== null && (
            <AnchorLink to="/models/$modelId" params={{ modelId: ends.modelId }}>
              {ends.modelName}
            </AnchorLink>
          )}
        </Fact>
        <Fact label={texts.destination}>{ends.destinationName}</Fact>
        <Fact label={texts.table}>
          <code>{content?.configuration.object}</code>
        </Fact>
        <Fact label={texts.mode}>{content !== undefined && destination[content.configuration.mode]}</Fact>
        <Fact label={texts.schedule}>{preview.data?.description}</Fact>
        <Fact label={texts.description}>{description || texts.none}</Fact>
        <Fact label={texts.labels}>{labels.map(isolated).join(', ') || texts.none}</Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

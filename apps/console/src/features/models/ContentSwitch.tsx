import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Model, ModelContent } from '../../api/resource-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Models.module.css';

const { page: texts } = strings.models;

export type Which = 'published' | 'draft';

interface Props {
  model: Model;
  show: 'draft' | undefined;
  onShow: (which: 'draft' | undefined) => void;
  children: (content: ModelContent, which: Which) => ReactNode;
}

/** What is published, or the draft; to choose where there are both. */
export function ContentSwitch({ model: { id, published, draft }, show, onShow, children }: Props) {
  const which: Which = published === null || (show === 'draft' && draft !== null) ? 'draft' : 'published';
  const content = (which === 'draft' ? draft : published)?.content;
  if (content === undefined) return <EmptyState>{texts.nothingThere}</EmptyState>;
  return (
    <>
      {published !== null && draft !== null && (
        <div className={classes.switch}>
          <SegmentedControl
            size="xs"
            aria-label={texts.which}
            data={[
              { value: 'published', label: texts.publishedVersion(published.version) },
              { value: 'draft', label: strings.status.draft },
            ]}
            value={which}
            onChange={(next) => onShow(next === 'draft' ? 'draft' : undefined)}
          />
          <AnchorLink
            to="/models/$modelId/compare"
            params={{ modelId: id }}
            search={{ from: published.version, to: 'draft' }}
            size="sm"
          >
            {texts.compare}
          </AnchorLink>
        </div>
      )}
      {children(content, which)}
    </>
  );
}

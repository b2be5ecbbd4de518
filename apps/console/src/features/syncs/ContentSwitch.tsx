import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Sync, SyncContent } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { strings } from '../../strings/en.ts';
import classes from './SyncPage.module.css';

const { page: texts } = strings.syncs;

export type Which = 'published' | 'draft';

interface Props {
  sync: Sync;
  children: (content: SyncContent, which: Which) => ReactNode;
}

/** What is published, or the draft; to choose where there are both. */
export function ContentSwitch({ sync: { id, published, draft }, children }: Props) {
  const [chosen, setChosen] = useState<Which>('published');
  const which = published === null ? 'draft' : draft === null ? 'published' : chosen;
  const content = (which === 'draft' ? draft : published)?.content;
  if (content === undefined) return null;
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
            onChange={(next) => setChosen(next)}
          />
          <AnchorLink
            to="/syncs/$syncId/compare"
            params={{ syncId: id }}
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

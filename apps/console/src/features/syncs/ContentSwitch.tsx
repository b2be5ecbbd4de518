import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Sync, SyncContent } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.syncs;

export type Which = 'published' | 'draft';

interface Props {
  sync: Sync;
  children: (content: SyncContent, which: Which) => ReactNode;
}

/** What is published, or the draft; to choose where there are both. */
export function ContentSwitch({ sync: { published, draft }, children }: Props) {
  const [chosen, setChosen] = useState<Which>('published');
  const which = published === null ? 'draft' : draft === null ? 'published' : chosen;
  const content = (which === 'draft' ? draft : published)?.content;
  if (content === undefined) return null;
  return (
    <>
      {published !== null && draft !== null && (
        <SegmentedControl
          mb="md"
          size="xs"
          aria-label={texts.which}
          data={[
            { value: 'published', label: texts.published },
            { value: 'draft', label: texts.draft },
          ]}
          value={which}
          onChange={(next) => setChosen(next)}
        />
      )}
      {children(content, which)}
    </>
  );
}

import { useState, type ReactNode } from 'react';
import type { Sync, SyncContent } from '../../api/resource-queries.ts';
import { ContentChoice, type Which } from '../../components/versions/ContentChoice.tsx';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.syncs;

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
        <ContentChoice
          kind="sync"
          id={id}
          version={published.version}
          label={texts.which}
          which={which}
          onChoose={setChosen}
        />
      )}
      {children(content, which)}
    </>
  );
}

import type { ReactNode } from 'react';
import type { Model, ModelContent } from '../../api/resource-queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ContentChoice, type Which } from '../../components/versions/ContentChoice.tsx';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.models;

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
        <ContentChoice
          kind="model"
          id={id}
          version={published.version}
          label={texts.which}
          which={which}
          onChoose={(next) => onShow(next === 'draft' ? 'draft' : undefined)}
        />
      )}
      {children(content, which)}
    </>
  );
}

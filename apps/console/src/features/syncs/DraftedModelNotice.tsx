import { IconLink } from '@tabler/icons-react';
import type { Model } from '../../api/resource-queries.ts';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { strings } from '../../strings/en.ts';

const { model: texts } = strings.syncs;

/** The model has a draft: what that means for a sync that is saved now. */
export function DraftedModelNotice({ model: { id, name, draft } }: { model: Model }) {
  if (draft === null) return null;
  const way = draft.state === 'in_review' ? texts.includeNot : draft.stale ? texts.stale : texts.include;
  return (
    <Notice tone="amber" icon={IconLink} label={texts.draftLabel}>
      <p>
        {texts.refersTo}{' '}
        <AnchorLink to="/models/$modelId" params={{ modelId: id }} fs="italic">
          {name}
        </AnchorLink>
        {texts.mustBePublished} {way}
      </p>
    </Notice>
  );
}

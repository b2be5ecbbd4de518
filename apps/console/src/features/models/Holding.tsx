import { IconPlayerPause } from '@tabler/icons-react';
import type { Model } from '../../api/resource-queries.ts';
import { Notice } from '../../components/saving/Notice.tsx';
import { strings } from '../../strings/en.ts';

const { page: texts } = strings.models;

/** That a draft keeps live syncs from running, where it does. */
export function Holding({ model: { holds, draft } }: { model: Model }) {
  if (draft === null || holds.syncs === 0 || holds.by.length === 0) return null;
  return (
    <Notice tone="orange" icon={IconPlayerPause} label={texts.holdingLabel}>
      <p>{texts.holding(holds.syncs)}</p>
    </Notice>
  );
}

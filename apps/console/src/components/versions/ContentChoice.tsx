import { SegmentedControl } from '@mantine/core';
import type { GatedKind } from '../../api/resource-queries.ts';
import { strings } from '../../strings/en.ts';
import { CompareLink } from './CompareLink.tsx';
import classes from './ContentChoice.module.css';

const { contentChoice: texts } = strings.drafts;

export type Which = 'published' | 'draft';

interface Props {
  kind: GatedKind;
  id: string;
  /** The one that is published. */
  version: number;
  label: string;
  which: Which;
  onChoose: (which: Which) => void;
}

/** To choose between what is published and the draft, or to compare them. */
export function ContentChoice({ kind, id, version, label, which, onChoose }: Props) {
  return (
    <div className={classes.choice}>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={[
          { value: 'published', label: texts.published(version) },
          { value: 'draft', label: strings.status.draft },
        ]}
        value={which}
        onChange={onChoose}
      />
      <CompareLink kind={kind} id={id} from={version} to="draft" size="sm">
        {texts.compare}
      </CompareLink>
    </div>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { strings } from '../../strings/en.ts';
import type { ChangeTour } from './change-tour.ts';
import classes from './ChangeTourBar.module.css';

const { tour: texts } = strings.changes;

/** From change to change by mouse, and at which one of how many its reader is. */
export function ChangeTourBar({ tour }: { tour: ChangeTour }) {
  const { at, of } = useSyncExternalStore(tour.subscribe, tour.position);
  if (of < 2) return null;
  return (
    <div className={classes.bar} role="group" aria-label={texts.label}>
      <span className={classes.count}>{at === 0 ? texts.all(of) : texts.position(at, of)}</span>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={texts.previous}
          title={`${texts.previous} (p)`}
          onClick={() => tour.go(-1)}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={texts.next}
          title={`${texts.next} (n)`}
          onClick={() => tour.go(1)}
        >
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </ActionIcon.Group>
    </div>
  );
}

import { Radio } from '@mantine/core';
import { useId } from 'react';
import classes from './SaveDialog.module.css';

/** One of the ways to go on, to choose from: all of the card can be clicked. */
export function ChoiceCard({ value, title, detail }: { value: string; title: string; detail: string }) {
  const id = useId();
  return (
    <Radio.Card
      value={value}
      radius="sm"
      className={classes.card}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-detail`}
    >
      <span className={classes.cardBody}>
        <Radio.Indicator />
        <span>
          <span id={`${id}-title`} className={classes.cardTitle}>
            {title}
          </span>
          <span id={`${id}-detail`} className={classes.cardDetail}>
            {detail}
          </span>
        </span>
      </span>
    </Radio.Card>
  );
}

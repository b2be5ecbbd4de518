import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './OvertakenNotice.module.css';

const { overtaken: texts } = strings.settings;

interface Props {
  title: string;
  /** What differs between the two, in words. */
  rows: { label: string; theirs: string; mine: string }[];
  /** How many changes of one's own there are to keep. */
  count: number;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved first: what they have and what one has oneself, and both ways on. Nothing is lost until one is chosen. */
export function OvertakenNotice({ title, rows, count, onKeepMine, onTakeTheirs }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.notice} aria-labelledby="overtaken">
      <h2 id="overtaken" ref={heading} className={classes.title} tabIndex={-1}>
        {title}
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.theirs}</th>
            <th scope="col">{texts.mine}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, theirs, mine }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{theirs}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.ways}>
        <Button onClick={onKeepMine}>{texts.keepMine(count)}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {texts.takeTheirs}
        </Button>
      </div>
    </section>
  );
}

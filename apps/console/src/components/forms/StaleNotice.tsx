import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './StaleNotice.module.css';

const { stale: texts } = strings;

export interface Difference {
  label: string;
  theirs: string;
  mine: string;
}

interface Props {
  /** What was saved, where that is worth saying. */
  title?: string;
  keepMine?: string;
  differences: Difference[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody saved first: what both have, and both ways on. Nothing typed is lost until one is chosen. */
export function StaleNotice({
  title = texts.title,
  keepMine = texts.keepMine,
  differences,
  onKeepMine,
  onTakeTheirs,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.notice} aria-labelledby="stale">
      <h2 id="stale" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.theirs}</th>
            <th scope="col">{texts.mine}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, theirs, mine }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{theirs}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.ways}>
        <Button variant="default" onClick={onKeepMine}>
          {keepMine}
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {texts.takeTheirs}
        </Button>
      </div>
    </section>
  );
}

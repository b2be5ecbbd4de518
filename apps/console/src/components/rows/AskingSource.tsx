import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './Rows.module.css';

const { rows: texts } = strings;
/** The server gives up then. */
const LONGEST_S = 10;

/** A query is under way, for so long already. */
export function AskingSource({ source }: { source: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <div className={classes.asking}>
      <p role="status">{texts.asking(source)}</p>
      <Progress
        size="xs"
        value={Math.min(100, (100 * seconds) / LONGEST_S)}
        aria-label={texts.progress}
        aria-valuetext={texts.seconds(seconds, LONGEST_S)}
      />
      <p className={classes.quiet}>{texts.seconds(seconds, LONGEST_S)}</p>
    </div>
  );
}

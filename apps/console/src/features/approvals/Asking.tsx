import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { strings } from '../../strings/en.ts';
import classes from './Preview.module.css';

const { preview } = strings.approvals;
/** The server gives up then. */
const LONGEST_S = 10;

/** A query is under way, for so long already. */
export function Asking({ source }: { source: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <div className={classes.asking}>
      <p role="status">{preview.asking(source)}</p>
      <Progress
        size="xs"
        value={Math.min(100, (100 * seconds) / LONGEST_S)}
        aria-label={preview.progress}
        aria-valuetext={preview.seconds(seconds, LONGEST_S)}
      />
      <p className={classes.quiet}>{preview.seconds(seconds, LONGEST_S)}</p>
    </div>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { exactTime, relativeTime } from './time.ts';

const MINUTE_MS = 60_000;

/** How long ago, with the exact time on hover and for screen readers. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(ticking);
  }, []);
  const exact = exactTime(at);
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(at, now)}
      <VisuallyHidden> ({exact})</VisuallyHidden>
    </time>
  );
}

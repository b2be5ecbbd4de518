import { strings } from '../strings/en.ts';
import type { LiveStatus } from '../api/live/news.ts';
import classes from './Banner.module.css';

const { live } = strings.shell;

/** Says that what is on screen may be some seconds old. Always there for screen readers, which hear of it when it fills. */
export function LiveBanner({ status }: { status: LiveStatus }) {
  const isInterrupted = status === 'interrupted';
  return (
    <div role="status" className={classes.banner} data-live={status}>
      {isInterrupted && live.interrupted}
    </div>
  );
}

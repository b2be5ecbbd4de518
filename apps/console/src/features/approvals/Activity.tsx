import { RelativeTime } from '../../components/RelativeTime.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Activity.module.css';
import type { ActivityEntry } from './activity-of.ts';
import { CommentForm } from './CommentForm.tsx';

const { conversation } = strings.approvals;

export function Activity({ requestId, entries }: { requestId: string; entries: ActivityEntry[] }) {
  return (
    <>
      <ol className={classes.entries}>
        {entries.map(({ key, at, who, did, text }) => (
          <li key={key}>
            <p className={classes.line}>
              <b>{who}</b> {conversation[did]} · <RelativeTime at={at} />
            </p>
            {text !== null && <p className={classes.text}>{text}</p>}
          </li>
        ))}
      </ol>
      <CommentForm requestId={requestId} />
    </>
  );
}

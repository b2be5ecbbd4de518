import type { Ref } from 'react';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { strings } from '../../strings/en.ts';
import classes from './Activity.module.css';
import type { ActivityEntry } from './activity-of.ts';
import { CommentForm } from './CommentForm.tsx';

const { conversation } = strings.approvals;

interface Props {
  requestId: string;
  entries: ActivityEntry[];
  commentRef: Ref<HTMLTextAreaElement>;
}

/** What was done and said, in order, and a place to say more. */
export function Activity({ requestId, entries, commentRef }: Props) {
  return (
    <>
      <ol className={classes.entries}>
        {entries.map(({ key, at, who, did, text }) => (
          <li key={key}>
            <p className={classes.line}>
              <b>
                <bdi>{who}</bdi>
              </b>{' '}
              {conversation[did]} · <RelativeTime at={at} />
            </p>
            {text !== null && (
              <p className={classes.text} dir="auto">
                {text}
              </p>
            )}
          </li>
        ))}
      </ol>
      <CommentForm requestId={requestId} textRef={commentRef} />
    </>
  );
}

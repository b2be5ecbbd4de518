import type { Ref } from 'react';
import { strings } from '../../strings/en.ts';
import type { ApprovalRequest } from './request-query.ts';
import classes from './Review.module.css';
import { useThenRuns } from './then-runs.ts';
import { whatHappened } from './what-happened.ts';

interface Props {
  request: ApprovalRequest;
  ownId: string | undefined;
  /** Where the focus goes after a decision. */
  focusRef: Ref<HTMLParagraphElement>;
}

/** What happened, then what comes next. */
export function Story({ request, ownId, focusRef }: Props) {
  const next = useThenRuns(request).runs.find(({ runsByItself }) => runsByItself);
  return (
    <p ref={focusRef} className={classes.story} role="status" tabIndex={-1}>
      {whatHappened(request, ownId)}
      {request.status === 'published' && next && ` ${strings.approvals.said.runsNext(next.name, next.when)}`}
    </p>
  );
}

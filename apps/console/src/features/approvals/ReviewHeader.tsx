import { Spoiler } from '@mantine/core';
import { AnchorLink } from '../../components/links/AnchorLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { DecisionBar, type Asking } from './DecisionBar.tsx';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';
import { isStale, statusOf } from './request-status.ts';
import { titleOf } from './request-title.ts';
import classes from './Review.module.css';
import type { Decided } from './use-decision.ts';

const { approvals } = strings;
/** Three lines: what somebody says about a change does not push the change off the screen. */
const COMMENT_PX = 68;

interface Props extends Decided {
  request: ApprovalRequest;
  ownId: string | undefined;
  onAsk: (asking: Asking) => void;
}

/** What is asked, by whom, and what its reader may do about it. */
export function ReviewHeader({ request, ownId, onAsk, ...ends }: Props) {
  const { number, items, comment, submittedBy, submittedAt } = request;
  return (
    <>
      <div className={classes.top}>
        <PageHeader
          breadcrumb={
            <>
              <AnchorLink to="/approvals" inherit>
                {approvals.title}
              </AnchorLink>{' '}
              / #{number}
            </>
          }
          title={titleOf(items)}
          status={<StatusBadge status={isStale(request) ? 'stale' : statusOf(request)} />}
          actions={<DecisionBar request={request} isMine={submittedBy === ownId} onAsk={onAsk} {...ends} />}
        />
      </div>
      <div className={classes.asks}>
        <b>
          <bdi>{personOf(request, submittedBy)}</bdi>
        </b>{' '}
        {approvals.asks(items.length)} · <RelativeTime at={submittedAt} />
        {comment !== null && (
          <Spoiler maxHeight={COMMENT_PX} showLabel={approvals.wholeComment} hideLabel={approvals.shortComment}>
            <q className={classes.comment} dir="auto">
              {comment}
            </q>
          </Spoiler>
        )}
      </div>
    </>
  );
}

import { Anchor, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { sessionQuery } from '../../api/session-query.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { Activity } from './Activity.tsx';
import { activityOf } from './activity-of.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { DecisionAside } from './DecisionAside.tsx';
import { DecisionBar, type Asking } from './DecisionBar.tsx';
import { DenyDialog } from './DenyDialog.tsx';
import { ItemChanges } from './ItemChanges.tsx';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';
import { statusOf } from './request-status.ts';
import { titleOf } from './request-title.ts';
import classes from './Review.module.css';
import { whatHappened } from './what-happened.ts';

const { approvals } = strings;

export function Review({ request }: { request: ApprovalRequest }) {
  const ownId = useQuery(sessionQuery).data?.member.id;
  const [asking, setAsking] = useState<Asking | null>(null);
  const story = useRef<HTMLParagraphElement>(null);
  const stop = (): void => setAsking(null);
  // The work goes on where it says what happened.
  const decided = (): void => {
    stop();
    requestAnimationFrame(() => story.current?.focus());
  };
  const title = titleOf(request.items);
  const isMine = request.submittedBy === ownId;
  const activity = activityOf(request);
  return (
    <>
      <div className={classes.top}>
        <PageHeader
          breadcrumb={
            <>
              <Anchor component={Link} to="/approvals" inherit>
                {approvals.title}
              </Anchor>{' '}
              / #{request.number}
            </>
          }
          title={title}
          status={<StatusBadge status={statusOf(request)} />}
          actions={<DecisionBar request={request} isMine={isMine} onAsk={setAsking} onDecided={decided} />}
        />
      </div>
      <p className={classes.asks}>
        <b>{personOf(request, request.submittedBy)}</b> {approvals.asks(request.items.length)} ·{' '}
        <RelativeTime at={request.submittedAt} />
        {request.comment !== null && <q className={classes.comment}>{request.comment}</q>}
      </p>
      <p ref={story} className={classes.story} data-status={request.status} role="status" tabIndex={-1}>
        {whatHappened(request, ownId)}
      </p>
      <div className={classes.columns}>
        <Tabs defaultValue="changes" className={classes.main}>
          <Tabs.List aria-label={approvals.parts}>
            <Tabs.Tab value="changes">{approvals.changes(request.items.length)}</Tabs.Tab>
            <Tabs.Tab value="activity">{approvals.activity(activity.length)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="changes" pt="md">
            {request.items.map((item, index) => (
              <ItemChanges key={item.visible ? item.resourceId : index} item={item} status={request.status} />
            ))}
          </Tabs.Panel>
          <Tabs.Panel value="activity" pt="md">
            <Activity requestId={request.id} entries={activity} />
          </Tabs.Panel>
        </Tabs>
        <DecisionAside request={request} />
      </div>
      {asking === 'approve' && <ApproveDialog request={request} onClose={stop} onDecided={decided} />}
      {asking === 'publish-now' && <ApproveDialog request={request} isDirect onClose={stop} onDecided={decided} />}
      {asking === 'deny' && <DenyDialog request={request} isMine={isMine} onClose={stop} onDecided={decided} />}
    </>
  );
}

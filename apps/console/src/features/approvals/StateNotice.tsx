import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { ResourceLink } from '../../components/links/ResourceLink.tsx';
import { Notice } from '../../components/saving/Notice.tsx';
import { strings } from '../../strings/en.ts';
import { visibleItems } from './going-live.ts';
import { RebaseLink } from './RebaseLink.tsx';
import type { ApprovalRequest } from './request-query.ts';
import { isStale } from './request-status.ts';
import { WithdrawnDrafts } from './WithdrawnDrafts.tsx';

const { state, hiddenItem } = strings.approvals;

/** Where a request cannot simply be approved: why, and every way on from there. Nothing while it can. */
export function StateNotice({ request }: { request: ApprovalRequest }) {
  const { status, settling } = request;
  if (isStale(request)) return <StaleNotice request={request} />;
  if (status === 'publish_failed') return <FailedNotice request={request} />;
  if (status === 'withdrawn' && !settling) return <WithdrawnDrafts request={request} />;
  return null;
}

function StaleNotice({ request }: { request: ApprovalRequest }) {
  const stale = visibleItems(request).filter(({ staleNow }) => staleNow);
  return (
    <Notice
      tone="orange"
      icon={IconRefresh}
      title={state.staleTitle}
      actions={stale.map((item) => (
        <RebaseLink key={item.resourceId} {...item}>
          {state.compareBase(item.name)}
        </RebaseLink>
      ))}
    >
      <p>{request.decision.mayWithdraw ? state.staleYours : state.staleOthers}</p>
    </Notice>
  );
}

function FailedNotice({ request }: { request: ApprovalRequest }) {
  const { mayRetry, mayWithdraw, mayDeleteDraft } = request.decision;
  const nameOf = new Map(visibleItems(request).map(({ resourceId, name }) => [resourceId, name]));
  const reasons = request.outcome?.reasons ?? [];
  return (
    <Notice tone="red" icon={IconAlertTriangle} title={state.failedTitle}>
      <ul>
        {reasons.map((reason, at) =>
          reason.visible ? (
            <li key={at}>
              <ResourceLink {...reason} name={nameOf.get(reason.resourceId) ?? reason.resourceId} />: {reason.message}
            </li>
          ) : (
            <li key={at}>{hiddenItem}</li>
          ),
        )}
      </ul>
      <p>{mayRetry || mayWithdraw || mayDeleteDraft ? state.failedYours : state.failedOthers}</p>
    </Notice>
  );
}

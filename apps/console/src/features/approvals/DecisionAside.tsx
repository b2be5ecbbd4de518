import { strings } from '../../strings/en.ts';
import { goingLive } from './going-live.ts';
import { personOf } from './person-of.ts';
import type { ApprovalRequest } from './request-query.ts';
import { ReviewerList } from './ReviewerList.tsx';
import classes from './DecisionAside.module.css';
import { ThenRuns } from './ThenRuns.tsx';

const texts = strings.approvals.decision;

/** Beside the change: who decides, and what it means. */
export function DecisionAside({ request }: { request: ApprovalRequest }) {
  const { decision, status, approvers } = request;
  const isOpen = status === 'pending' || status === 'publish_failed';
  const whyNot = decision.reasons.find(({ action }) => action === 'approve')?.message;
  const isLive = status === 'published';
  const mayGoLive = isOpen || isLive || status === 'approved';
  return (
    <aside className={classes.aside} aria-label={texts.title}>
      <section>
        <h2>{texts.title}</h2>
        <p>{texts.needed(request.approvals, request.requiredApprovals)}</p>
        {decision.mayApprove && <p>{texts.mayApprove}</p>}
        {isOpen && !decision.mayApprove && whyNot !== undefined && <p className={classes.quiet}>{whyNot}</p>}
      </section>
      <section>
        <h2>{texts.reviewers}</h2>
        <ReviewerList request={request} />
        {isOpen && (
          <p className={classes.quiet}>
            {approvers.length === 0
              ? texts.nobodyCan
              : `${texts.canApprove}: ${approvers.map(({ name }) => name).join(', ')}`}
          </p>
        )}
      </section>
      {mayGoLive && (
        <section>
          <h2>{isLive ? texts.wentLive : texts.goesLive}</h2>
          <ul>
            {goingLive(request).map((version, index) => (
              <li key={index}>{version}</li>
            ))}
          </ul>
          {isLive && request.decided && (
            <p className={classes.quiet}>
              {strings.approvals.said.by(request.decided.approvedBy.map((id) => personOf(request, id)).join(', '))}
            </p>
          )}
        </section>
      )}
      {mayGoLive && <ThenRuns request={request} />}
    </aside>
  );
}

import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { strings } from '../../strings/en.ts';
import { DependsOn } from './DependsOn.tsx';
import { GoingLive } from './GoingLive.tsx';
import type { ApprovalRequest } from './request-query.ts';
import { isOpen, isStale } from './request-status.ts';
import { ReviewerList } from './ReviewerList.tsx';
import classes from './DecisionAside.module.css';
import { ThenRuns } from './ThenRuns.tsx';
import { Timeline } from './Timeline.tsx';

const texts = strings.approvals.decision;

interface Props {
  request: ApprovalRequest;
  onChooseReviewers: () => void;
}

/** Beside the change: who decides, and what it means. */
export function DecisionAside({ request, onChooseReviewers }: Props) {
  const { decision, status, approvers } = request;
  const isUndecided = isOpen(request);
  const whyNot = decision.reasons.find(({ action }) => action === 'approve')?.message;
  const isLive = status === 'published';
  const isBehind = isStale(request);
  const mayGoLive = (isUndecided && !isBehind) || isLive || status === 'approved';
  return (
    <aside className={classes.aside} aria-label={texts.title}>
      <section>
        <h2>{texts.title}</h2>
        <p>{texts.needed(request.approvals, request.requiredApprovals)}</p>
        {decision.mayApprove && <p>{texts.mayApprove}</p>}
        {status === 'pending' && !isBehind && !decision.mayApprove && whyNot !== undefined && (
          <p className={classes.quiet}>{texts.notYou(whyNot)}</p>
        )}
      </section>
      <section>
        <h2 className={classes.withAction}>
          {texts.reviewers}
          {decision.mayChooseReviewers && (
            <Button variant="subtle" size="compact-xs" onClick={onChooseReviewers}>
              {texts.changeReviewers}
            </Button>
          )}
        </h2>
        <ReviewerList request={request} />
        {isUndecided && (
          <p className={classes.quiet}>
            {approvers.length === 0 ? (
              texts.nobodyCan
            ) : (
              <>
                {texts.canApprove}:{' '}
                {approvers.map(({ memberId, name }, index) => (
                  <Fragment key={memberId}>
                    {index > 0 && ', '}
                    <bdi>{name}</bdi>
                  </Fragment>
                ))}
              </>
            )}
          </p>
        )}
      </section>
      {mayGoLive && (
        <section>
          <h2>{isLive ? texts.wentLive : texts.goesLive}</h2>
          <GoingLive request={request} />
        </section>
      )}
      {mayGoLive && <ThenRuns request={request} />}
      <DependsOn request={request} />
      <Timeline request={request} />
    </aside>
  );
}

import { Button } from '@mantine/core';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { strings } from '../../strings/en.ts';
import type { ApprovalRequest } from './request-query.ts';
import classes from './Review.module.css';
import { useDecision, type Decided } from './use-decision.ts';

/** The dialog that a button opens. */
export type Asking = 'approve' | 'publish-now' | 'deny' | 'reviewers';

const texts = strings.approvals.decision;

interface Props extends Decided {
  request: ApprovalRequest;
  isMine: boolean;
  onAsk: (asking: Asking) => void;
}

/** What its reader may do with a request, as the server says; nothing where they may do nothing. */
export function DecisionBar({ request, isMine, onAsk, ...ends }: Props) {
  const { mayApprove, mayPublishNow, mayWithdraw, mayDeleteDraft, mayRetry } = request.decision;
  const { approvals, requiredApprovals } = request;
  // Where one approval is all that is missing, approving is publishing.
  const offersPublishNow = mayPublishNow && !(mayApprove && requiredApprovals - approvals <= 1);
  const retrying = useDecision(request, ends);
  if (!(mayApprove || mayPublishNow || mayWithdraw || mayDeleteDraft || mayRetry)) return null;
  return (
    <div className={classes.bar}>
      {retrying.error && <ProblemNotice error={retrying.error} />}
      {(mayWithdraw || mayDeleteDraft) && (
        <Button variant="default" onClick={() => onAsk('deny')}>
          {isMine && mayWithdraw ? texts.withdraw : texts.deny}
        </Button>
      )}
      {offersPublishNow && (
        <Button variant={mayApprove ? 'default' : 'filled'} onClick={() => onAsk('publish-now')}>
          {texts.publishNow}
        </Button>
      )}
      {mayApprove && <Button onClick={() => onAsk('approve')}>{texts.approve}</Button>}
      {mayRetry && (
        <Button loading={retrying.isPending} onClick={() => retrying.mutate({ kind: 'retry' })}>
          {texts.retry}
        </Button>
      )}
    </div>
  );
}

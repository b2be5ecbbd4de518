import { ApproveDialog } from './ApproveDialog.tsx';
import type { Asking } from './DecisionBar.tsx';
import { DenyDialog } from './DenyDialog.tsx';
import type { ApprovalRequest } from './request-query.ts';
import { ReviewersDialog } from './ReviewersDialog.tsx';
import type { Decided } from './use-decision.ts';

interface Props extends Decided {
  request: ApprovalRequest;
  ownId: string | undefined;
  asking: Asking | null;
  onClose: () => void;
}

/** The dialog that was asked for. */
export function ReviewDialogs({ request, ownId, asking, onClose, ...ends }: Props) {
  const shared = { request, onClose, ...ends };
  switch (asking) {
    case 'approve':
      return <ApproveDialog {...shared} />;
    case 'publish-now':
      return <ApproveDialog {...shared} isDirect />;
    case 'deny':
      return <DenyDialog {...shared} isMine={request.submittedBy === ownId} />;
    case 'reviewers':
      return <ReviewersDialog request={request} onClose={onClose} />;
    case null:
      return null;
  }
}

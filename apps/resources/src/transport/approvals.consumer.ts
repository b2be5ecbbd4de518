import { RequestApproved, RequestDraftDeleted, RequestSubmitted, RequestWithdrawn } from '@imprimatur/contracts';
import { causeOf, Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { AcknowledgeSubmission } from '../use-cases/requests/acknowledge-submission.ts';
import { ExecuteApproval } from '../use-cases/requests/execute-approval.ts';
import { ReleaseDrafts } from '../use-cases/requests/release-drafts.ts';

const group = { group: 'approvals' };

/** What was decided about requests is carried out here. */
@Controller()
export class ApprovalsConsumer {
  constructor(
    private readonly acknowledge: AcknowledgeSubmission,
    private readonly approval: ExecuteApproval,
    private readonly release: ReleaseDrafts,
  ) {}

  @Reaction(RequestSubmitted, group)
  submitted(@Payload() event: Received<typeof RequestSubmitted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.acknowledge.execute(tx, event.workspaceId, event.data.requestId, event.data.number);
  }

  @Reaction(RequestApproved, group)
  approved(@Payload() event: Received<typeof RequestApproved>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.approval.execute(tx, causeOf(event), event.workspaceId, event.data);
  }

  @Reaction(RequestWithdrawn, group)
  withdrawn(@Payload() event: Received<typeof RequestWithdrawn>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.release.execute(tx, causeOf(event), event.workspaceId, event.data.requestId, 'withdrawn');
  }

  @Reaction(RequestDraftDeleted, group)
  draftDeleted(@Payload() event: Received<typeof RequestDraftDeleted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.release.execute(tx, causeOf(event), event.workspaceId, event.data.requestId, 'deleted');
  }
}

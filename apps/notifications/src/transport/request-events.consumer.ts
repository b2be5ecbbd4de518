import {
  RequestCommented,
  RequestDraftDeleted,
  RequestPublished,
  RequestPublishFailed,
  RequestReviewersChanged,
  RequestSubmitted,
  RequestUnattended,
  RequestVoted,
  RequestWithdrawn,
} from '@imprimatur/contracts';
import { Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  announceCommented,
  announceDraftDeleted,
  announcePublished,
  announcePublishFailed,
  announceReviewersAdded,
  announceSubmitted,
  announceUnattended,
  announceWithdrawn,
} from '../domain/announce-request.ts';
import { AnnounceRequest } from '../use-cases/announce-request.ts';

// A request's later news are worth a mail although an earlier one could not be handled.
const mail = { group: 'mail', parks: false };

/** What happens to a request becomes mail to those it concerns. A vote that decides nothing yet is told to nobody. */
@Controller()
export class RequestEvents {
  constructor(private readonly announceRequest: AnnounceRequest) {}

  @Reaction(RequestSubmitted, mail)
  submitted(@Payload() event: Received<typeof RequestSubmitted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announceSubmitted(event));
  }

  @Reaction(RequestReviewersChanged, mail)
  reviewers(@Payload() event: Received<typeof RequestReviewersChanged>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announceReviewersAdded(event));
  }

  @Reaction(RequestUnattended, mail)
  unattended(@Payload() event: Received<typeof RequestUnattended>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announceUnattended(event));
  }

  @Reaction(RequestVoted, mail)
  voted(@Payload() event: Received<typeof RequestVoted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, null);
  }

  @Reaction(RequestPublished, mail)
  published(@Payload() event: Received<typeof RequestPublished>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announcePublished(event));
  }

  @Reaction(RequestPublishFailed, mail)
  publishFailed(@Payload() event: Received<typeof RequestPublishFailed>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announcePublishFailed(event));
  }

  @Reaction(RequestWithdrawn, mail)
  withdrawn(@Payload() event: Received<typeof RequestWithdrawn>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announceWithdrawn(event));
  }

  @Reaction(RequestDraftDeleted, mail)
  draftDeleted(@Payload() event: Received<typeof RequestDraftDeleted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announceDraftDeleted(event));
  }

  @Reaction(RequestCommented, mail)
  commented(@Payload() event: Received<typeof RequestCommented>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceRequest.execute(tx, event, announceCommented(event));
  }
}

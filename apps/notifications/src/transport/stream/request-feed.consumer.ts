import type { JudgedItem } from '@imprimatur/abilities';
import {
  RequestApproved,
  RequestCommented,
  RequestDraftDeleted,
  RequestPublishFailed,
  RequestPublished,
  RequestReviewersChanged,
  RequestSubmitted,
  RequestUnattended,
  RequestVoted,
  RequestWithdrawn,
} from '@imprimatur/contracts';
import { Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { TellFeedOfRequest, type RequestNews } from '../../use-cases/tell-feed-of-request.ts';
import { feed } from './feed-group.ts';

@Controller()
export class RequestFeed {
  constructor(private readonly tell: TellFeedOfRequest) {}

  @Reaction(RequestApproved, feed)
  approved(@Payload() event: Received<typeof RequestApproved>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    const { workspaceId, data } = event;
    return this.tell.execute(tx, { workspaceId, requestId: data.requestId, isClosed: false });
  }

  @Reaction(RequestSubmitted, feed)
  submitted(@Payload() event: Received<typeof RequestSubmitted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, open(event));
  }

  @Reaction(RequestReviewersChanged, feed)
  reviewers(@Payload() event: Received<typeof RequestReviewersChanged>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, open(event));
  }

  @Reaction(RequestUnattended, feed)
  unattended(@Payload() event: Received<typeof RequestUnattended>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, open(event));
  }

  @Reaction(RequestVoted, feed)
  voted(@Payload() event: Received<typeof RequestVoted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, open(event));
  }

  @Reaction(RequestCommented, feed)
  commented(@Payload() event: Received<typeof RequestCommented>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, open(event));
  }

  @Reaction(RequestPublishFailed, feed)
  publishFailed(@Payload() event: Received<typeof RequestPublishFailed>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, open(event));
  }

  @Reaction(RequestPublished, feed)
  published(@Payload() event: Received<typeof RequestPublished>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, closed(event));
  }

  @Reaction(RequestWithdrawn, feed)
  withdrawn(@Payload() event: Received<typeof RequestWithdrawn>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, closed(event));
  }

  @Reaction(RequestDraftDeleted, feed)
  draftDeleted(@Payload() event: Received<typeof RequestDraftDeleted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, closed(event));
  }
}

interface RequestEvent {
  workspaceId: string;
  data: { requestId: string; items: readonly JudgedItem[] };
}

const open = ({ workspaceId, data: { requestId, items } }: RequestEvent): RequestNews => ({
  ...{ workspaceId, requestId, items },
  isClosed: false,
});

const closed = (event: RequestEvent): RequestNews => ({ ...open(event), isClosed: true });

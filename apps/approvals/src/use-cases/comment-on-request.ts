import { Clock, newId } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestCommand } from '../domain/request-command.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Situations } from '../persistence/situations.ts';
import { commentedEvent } from './request-events.ts';

export interface CommentCommand extends RequestCommand {
  text: string;
}

/** Whoever sees the request may say something about it, also after it was decided. */
@Injectable()
export class CommentOnRequest {
  constructor(
    private readonly situations: Situations,
    private readonly requests: ApprovalRequests,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: CommentCommand): Promise<{ id: string }> {
    const { situation, person } = await this.situations.lock(tx, command);
    const now = this.clock.now();
    const comment = {
      id: newId(now),
      commentedBy: person.memberId,
      commentedAt: now,
      text: command.text,
      occasion: null,
    };
    await this.requests.addComment(tx, situation.request, comment);
    const commenters = [...situation.request.commenters, person.memberId];
    await appendEvents(tx, cause, [commentedEvent({ ...situation.request, commenters }, comment)]);
    return { id: comment.id };
  }
}

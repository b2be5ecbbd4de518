import { Clock } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { approve } from '../domain/decide.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Situations } from '../persistence/situations.ts';
import { DecisionRecorder, type DecisionAnswer } from './decision-recorder.ts';
import { votedEvent } from './request-events.ts';

export interface ApproveCommand extends RequestCommand {
  itemsHash: string;
  comment: string | null;
}

/** Approve & publish: one vote, and the decision when the quorum is met with it. */
@Injectable()
export class ApproveRequest {
  constructor(
    private readonly situations: Situations,
    private readonly requests: ApprovalRequests,
    private readonly recorder: DecisionRecorder,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: ApproveCommand): Promise<DecisionAnswer> {
    const { situation, person } = await this.situations.lockConfirmed(tx, command);
    const earlier = situation.request.votes.map(({ memberId }) => memberId);
    const voters = await this.situations.people(tx, command.workspaceId, earlier);
    const act = { person, comment: command.comment, itemsHash: command.itemsHash, now: this.clock.now() };
    const { vote, approvals, ...decided } = approve(situation, act, voters);
    await this.requests.castVote(tx, decided.request, vote, command.comment);
    const answer = await this.recorder.record(tx, cause, act, decided);
    if (decided.outcome === null) {
      await appendEvents(tx, cause, [votedEvent(decided.request, person.memberId, approvals.length)]);
    }
    return { ...answer, approvals: approvals.length };
  }
}

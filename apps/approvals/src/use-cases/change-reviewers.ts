import { Clock } from '@imprimatur/kernel';
import { appendEvents, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { chooseReviewers } from '../domain/choose-reviewers.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import { ApprovalRequests } from '../persistence/approval-requests.repository.ts';
import { Attendances } from '../persistence/attendances.repository.ts';
import { Situations } from '../persistence/situations.ts';
import { reviewersChangedEvent } from './request-events.ts';

export interface ChangeReviewersCommand extends RequestCommand {
  add: string[];
  remove: string[];
}

/** Adds and removes reviewers of an open request. Choosing reviewers does not limit who may decide; it says who is told. */
@Injectable()
export class ChangeReviewers {
  constructor(
    private readonly situations: Situations,
    private readonly requests: ApprovalRequests,
    private readonly attendances: Attendances,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, command: ChangeReviewersCommand): Promise<{ reviewers: string[] }> {
    const { situation, person } = await this.situations.lock(tx, command);
    const { request } = situation;
    const candidates = await this.situations.people(tx, command.workspaceId, command.add);
    const { added, removed, reviewers } = chooseReviewers(situation, person, command, candidates);
    if (added.length === 0 && removed.length === 0) return { reviewers };
    await this.requests.removeReviewers(tx, request, removed);
    await this.requests.addReviewers(tx, request, added, person.memberId, this.clock.now());
    await this.attendances.forget(tx, request);
    const change = { changedBy: person.memberId, added, removed };
    await appendEvents(tx, cause, [reviewersChangedEvent({ ...request, reviewers }, change)]);
    return { reviewers };
  }
}

import { ConfirmedRights, Directory } from '@imprimatur/access';
import { forbidden, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee, type Person } from '../domain/eligibility.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import type { Situation } from '../domain/why-not.ts';
import { ApprovalRequests } from './approval-requests.repository.ts';
import { PublishedVersions } from './published-versions.repository.ts';

/** Everything a command on a request is judged by, read after its row was locked. */
@Injectable()
export class Situations {
  constructor(
    private readonly requests: ApprovalRequests,
    private readonly versions: PublishedVersions,
    private readonly directory: Directory,
    private readonly confirmedRights: ConfirmedRights,
  ) {}

  /** Throws `request.not-found` also when the member may not view a single item. */
  async lock(
    tx: EntityManager,
    { workspaceId, requestId, memberId }: RequestCommand,
  ): Promise<{ situation: Situation; person: Person }> {
    const request = await this.requests.lock(tx, workspaceId, requestId);
    if (request === null) throw notFound('request');
    const person = await this.directory.actor(workspaceId, memberId, tx);
    if (person === null) throw forbidden('You are not an active member of this workspace.');
    if (!request.items.some((item) => maySee(item, person))) throw notFound('request');
    const moved = await this.versions.movedItems(tx, workspaceId, requestId);
    const { selfApproval } = person.workspace.settings;
    return { situation: { request, selfApproval, stale: moved.length > 0 }, person };
  }

  /** As {@link lock}, for what makes something live or takes it away: throws `rights.unconfirmed` when rights may be out of date. */
  async lockConfirmed(tx: EntityManager, command: RequestCommand): Promise<{ situation: Situation; person: Person }> {
    const locked = await this.lock(tx, command);
    await this.confirmedRights.assert(command.workspaceId, tx);
    return locked;
  }

  /** Those of these members who are still active, as decisions judge them. */
  async people(tx: EntityManager, workspaceId: string, memberIds: string[]): Promise<Map<string, Person>> {
    const actors = memberIds.length === 0 ? [] : await this.directory.actors(workspaceId, memberIds, tx);
    return new Map(actors.map((actor) => [actor.memberId, actor]));
  }
}

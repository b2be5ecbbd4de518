import { Directory, PresentRights, type Actor } from '@imprimatur/access';
import { notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { maySee, type Person } from '../domain/eligibility.ts';
import type { RequestCommand } from '../domain/request-command.ts';
import type { Situation } from '../domain/why-not.ts';
import { ApprovalRequests } from './approval-requests.repository.ts';
import { PublishedVersions } from './published-versions.repository.ts';

interface Locked {
  situation: Situation;
  person: Person;
}

/** Everything a command on a request is judged by, read after its row was locked. */
@Injectable()
export class Situations {
  constructor(
    private readonly requests: ApprovalRequests,
    private readonly versions: PublishedVersions,
    private readonly directory: Directory,
    private readonly rights: PresentRights,
  ) {}

  /** Throws `request.not-found` also when the member may not view a single item. */
  lock(tx: EntityManager, command: RequestCommand): Promise<Locked> {
    return this.lockAs(tx, command, () => this.rights.of(tx, command));
  }

  /** As {@link lock}, for what makes something live or takes it away: throws `rights.unconfirmed` when rights may be out of date. */
  lockConfirmed(tx: EntityManager, command: RequestCommand): Promise<Locked> {
    return this.lockAs(tx, command, () => this.rights.confirmed(tx, command));
  }

  private async lockAs(tx: EntityManager, command: RequestCommand, present: () => Promise<Actor>): Promise<Locked> {
    const { workspaceId, requestId } = command;
    const request = await this.requests.lock(tx, workspaceId, requestId);
    if (request === null) throw notFound('request');
    const person = await present();
    if (!request.items.some((item) => maySee(item, person))) throw notFound('request');
    const moved = await this.versions.movedItems(tx, workspaceId, requestId);
    const { selfApproval } = person.workspace.settings;
    return { situation: { request, selfApproval, stale: moved.length > 0 }, person };
  }

  /** Those of these members who are still active, as decisions judge them. */
  async people(tx: EntityManager, workspaceId: string, memberIds: string[]): Promise<Map<string, Person>> {
    const actors = memberIds.length === 0 ? [] : await this.directory.actors(workspaceId, memberIds, tx);
    return new Map(actors.map((actor) => [actor.memberId, actor]));
  }
}

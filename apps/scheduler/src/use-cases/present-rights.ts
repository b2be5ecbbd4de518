import { ConfirmedRights, Directory, type Actor } from '@imprimatur/access';
import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Who sent a command, without the rights they had then: nothing is judged on those. */
export type Caller = Pick<Actor, 'workspaceId' | 'memberId'>;

/** Rights as they are when a command holds its locks: while it waited for them its member may have lost them. */
@Injectable()
export class PresentRights {
  constructor(
    private readonly directory: Directory,
    private readonly confirmedRights: ConfirmedRights,
  ) {}

  async of(tx: EntityManager, { workspaceId, memberId }: Caller): Promise<Actor> {
    const actor = await this.directory.actor(workspaceId, memberId, tx);
    if (actor !== null) return actor;
    throw new DomainError('unauthenticated', 'session.ended', 'This membership is no longer active.');
  }

  /** As {@link of}, and throws `rights.unconfirmed` when they may be out of date. */
  async confirmed(tx: EntityManager, caller: Caller): Promise<Actor> {
    await this.confirmedRights.assert(caller.workspaceId, tx);
    return this.of(tx, caller);
  }
}

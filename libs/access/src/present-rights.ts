import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConfirmedRights } from './confirmed-rights.ts';
import { Directory, type Actor } from './directory.ts';

/** Who sent a command, without the rights they had then: nothing can be judged on those. */
export type Caller = Pick<Actor, 'workspaceId' | 'memberId'>;

/**
 * Rights as they are when a command acts. One that waited for a lock may have been overtaken by the news that its member lost them, so
 * a command asks here once it holds its locks, and judges on the answer.
 */
@Injectable()
export class PresentRights {
  constructor(
    private readonly directory: Directory,
    private readonly confirmedRights: ConfirmedRights,
  ) {}

  /** The member, with the rights and the settings of now. Throws `session.ended` for one who is no longer active. */
  async of(tx: EntityManager, { workspaceId, memberId }: Caller): Promise<Actor> {
    const actor = await this.directory.actor(workspaceId, memberId, tx);
    if (actor !== null) return actor;
    throw new DomainError('unauthenticated', 'session.ended', 'This membership is no longer active.');
  }

  /** As {@link of}, and throws `rights.unconfirmed` when they may be out of date: for what makes something live or takes it away. */
  async confirmed(tx: EntityManager, caller: Caller): Promise<Actor> {
    await this.confirmedRights.assert(caller.workspaceId, tx);
    return this.of(tx, caller);
  }
}

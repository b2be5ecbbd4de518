import { canConfigure, canView } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import { ResourceDeleted } from '@imprimatur/contracts';
import { Clock, DomainError, forbidden } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertVersion, type ConnectionKind } from '../../domain/connection.ts';
import { subjectOn } from '../../domain/resource.ts';
import { eraseConnection, lockForChange, referrersOf } from '../../persistence/connections.repository.ts';
import { appendConnectionStates } from './append-connection-states.ts';
import { findConnection } from './find-connection.ts';

@Injectable()
export class DeleteConnection {
  constructor(
    private readonly rights: PresentRights,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    caller: Caller,
    { kind, id, ifMatch }: { kind: ConnectionKind; id: string; ifMatch: string },
  ): Promise<void> {
    await lockForChange(tx, caller.workspaceId, id);
    const actor = await this.rights.confirmed(tx, caller);
    const connection = await findConnection(tx, actor, kind, id);
    if (!canConfigure(actor.ability, { kind, id })) throw forbidden(`Your role does not allow to delete this ${kind}.`);
    assertVersion(connection, ifMatch);
    const referrers = await referrersOf(tx, connection);
    if (referrers.length > 0)
      throw new DomainError('conflict', `${kind}.in-use`, `Models or syncs refer to this ${kind}.`, {
        details: {
          count: referrers.length,
          resources: referrers
            .filter(({ kind: each, ...ends }) => canView(actor.ability, subjectOn(each, [{ ...ends, modelId: null }])))
            .map(({ id: resourceId, kind: each, name }) => ({ id: resourceId, kind: each, name })),
        },
      });
    const erased = { ...connection, seq: connection.seq + 1 };
    await eraseConnection(tx, erased, this.clock.now());
    await appendConnectionStates(tx, cause, erased, true);
    const deleted = { resourceId: id, kind, name: connection.name, deletedBy: actor.memberId };
    await appendEvents(tx, cause, [newEvent(ResourceDeleted, actor.workspaceId, id, deleted)]);
  }
}

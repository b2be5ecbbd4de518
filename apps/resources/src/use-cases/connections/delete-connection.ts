import { canConfigure } from '@imprimatur/abilities';
import { PresentRights, type Actor, type Caller } from '@imprimatur/access';
import { ResourceDeleted } from '@imprimatur/contracts';
import { Clock, DomainError, forbidden } from '@imprimatur/kernel';
import { appendEvents, newEvent, type Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertVersion, type Connection, type ConnectionKind } from '../../domain/connection.ts';
import { canViewJourney } from '../../domain/journey.ts';
import { referrersSeen } from '../../domain/referrers.ts';
import type { EndIds } from '../../domain/resource.ts';
import { seesReference } from '../../domain/sight.ts';
import { eraseConnection, lockForChange } from '../../persistence/connections.repository.ts';
import { journeysTo } from '../../persistence/journeys.repository.ts';
import { resourcesAt } from '../../persistence/resources.repository.ts';
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
    await assertUnused(tx, actor, connection);
    const erased = { ...connection, seq: connection.seq + 1 };
    await eraseConnection(tx, erased, this.clock.now());
    await appendConnectionStates(tx, cause, erased, true);
    const deleted = { resourceId: id, kind, name: connection.name, deletedBy: actor.memberId };
    await appendEvents(tx, cause, [newEvent(ResourceDeleted, actor.workspaceId, id, deleted)]);
  }
}

/** Throws `source.in-use` or `destination.in-use`, naming those the member may view, while something refers to it, drafts included. */
async function assertUnused(tx: EntityManager, actor: Actor, { workspaceId, id, kind }: Connection): Promise<void> {
  const isHere = ({ sourceId, destinationId }: EndIds): boolean => sourceId === id || destinationId === id;
  const referrers = [
    ...(await resourcesAt(tx, workspaceId, id)).map((resource) => ({
      ...{ id: resource.id, kind: resource.kind, name: resource.name },
      seen: seesReference(actor, resource, isHere),
    })),
    ...(await journeysTo(tx, workspaceId, id)).map((journey) => ({
      ...{ id: journey.id, kind: 'journey', name: journey.name },
      seen: canViewJourney(actor.ability, journey),
    })),
  ];
  const { count, hidden, seen } = referrersSeen(referrers, (referrer) => referrer.seen);
  if (count === 0) return;
  throw new DomainError('conflict', `${kind}.in-use`, `Something refers to this ${kind}.`, {
    details: {
      count,
      hidden,
      resources: seen.map(({ id: referrerId, kind: each, name }) => ({ id: referrerId, kind: each, name })),
    },
  });
}

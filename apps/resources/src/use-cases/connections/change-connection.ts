import { canConfigure } from '@imprimatur/abilities';
import { PresentRights, type Caller } from '@imprimatur/access';
import { CredentialSealer } from '@imprimatur/connectors';
import { Clock, forbidden } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  assertCredentialsGoWith,
  assertVersion,
  type Connection,
  type ConnectionChange,
  type ConnectionKind,
} from '../../domain/connection.ts';
import { lockForChange, updateConnection } from '../../persistence/connections.repository.ts';
import { appendConnectionStates } from './append-connection-states.ts';
import { findConnection } from './find-connection.ts';

export interface ChangeConnectionCommand {
  kind: ConnectionKind;
  id: string;
  ifMatch: string;
  change: ConnectionChange;
}

@Injectable()
export class ChangeConnection {
  constructor(
    private readonly rights: PresentRights,
    private readonly sealer: CredentialSealer,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, cause: Cause, caller: Caller, command: ChangeConnectionCommand): Promise<number> {
    const { kind, id, ifMatch, change } = command;
    await lockForChange(tx, caller.workspaceId, id);
    const actor = await this.rights.of(tx, caller);
    const connection = await findConnection(tx, actor, kind, id);
    if (!canConfigure(actor.ability, { kind, id })) throw forbidden(`Your role does not allow to edit this ${kind}.`);
    assertVersion(connection, ifMatch);
    assertCredentialsGoWith(connection, change);
    const changed = this.changed(connection, change);
    await updateConnection(tx, changed, this.clock.now());
    await appendConnectionStates(tx, cause, changed);
    return changed.version;
  }

  /** Credentials are bound to the version, so they are sealed anew with each. */
  private changed(connection: Connection, { name, settings, credentials }: ConnectionChange): Connection {
    const { workspaceId, id: connectionId, version } = connection;
    const opened = credentials ?? this.sealer.open({ workspaceId, connectionId, version }, connection.credentials!);
    return {
      ...connection,
      name: name ?? connection.name,
      settings: settings ?? connection.settings,
      credentials: this.sealer.seal({ workspaceId, connectionId, version: version + 1 }, opened),
      version: version + 1,
      seq: connection.seq + 1,
    };
  }
}

import { canCreate } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { CredentialSealer } from '@imprimatur/connectors';
import { Clock, forbidden, newId, type Json } from '@imprimatur/kernel';
import type { Cause } from '@imprimatur/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Connection, ConnectionKind } from '../../domain/connection.ts';
import { insertConnection } from '../../persistence/connections.repository.ts';
import { appendConnectionStates } from './append-connection-states.ts';

export interface CreateConnectionCommand {
  type: 'postgres';
  name: string;
  settings: Record<string, Json>;
  credentials: Json;
}

@Injectable()
export class CreateConnection {
  constructor(
    private readonly sealer: CredentialSealer,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: EntityManager,
    cause: Cause,
    actor: Actor,
    kind: ConnectionKind,
    command: CreateConnectionCommand,
  ): Promise<{ id: string; version: number }> {
    if (!canCreate(actor.ability, kind)) throw forbidden(`Your role does not allow to create a ${kind}.`);
    const { workspaceId } = actor;
    const { type, name, settings } = command;
    const [id, version] = [newId(), 1];
    const credentials = this.sealer.seal({ workspaceId, connectionId: id, version }, command.credentials);
    const connection: Connection = { workspaceId, id, kind, type, name, settings, credentials, version, seq: 1 };
    await insertConnection(tx, connection, this.clock.now());
    await appendConnectionStates(tx, cause, connection);
    return { id, version };
  }
}

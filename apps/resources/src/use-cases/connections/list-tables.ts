import { canSeeTables } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { CredentialSealer, PostgresDestination, type WritableTables } from '@imprimatur/connectors';
import { forbidden } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findConnection } from './find-connection.ts';
import { openConnection, queryRefused } from './open-connection.ts';
import { PreviewTurns } from './preview-turns.ts';

const TIMEOUT_MS = 5_000;

/** What a sync can write to at a destination, read there on a connection of its own and in no transaction of ours. */
@Injectable()
export class ListTables {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: CredentialSealer,
    private readonly turns: PreviewTurns,
  ) {}

  async execute(actor: Actor, id: string, search: string): Promise<WritableTables> {
    const connection = await findConnection(this.dataSource.manager, actor, 'destination', id);
    if (!canSeeTables(actor.ability, { kind: 'destination', id }))
      throw forbidden('Your role does not allow to see the tables of this destination.');
    const { settings, credentials } = openConnection(this.sealer, connection);
    const destination = new PostgresDestination(settings, credentials, { statementTimeoutMs: TIMEOUT_MS });
    try {
      return await this.turns.take(actor.workspaceId, () => destination.tables(search));
    } catch (error) {
      throw queryRefused(error);
    }
  }
}

import { canPreview } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { CredentialSealer, PostgresSource, type ReadableTables } from '@imprimatur/connectors';
import { forbidden } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findConnection } from './find-connection.ts';
import { openConnection, queryRefused } from './open-connection.ts';
import { PreviewTurns } from './preview-turns.ts';

const TIMEOUT_MS = 5_000;

/** What a query can read at a source: for those who may see what it finds there. */
@Injectable()
export class ListSourceTables {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: CredentialSealer,
    private readonly turns: PreviewTurns,
  ) {}

  async execute(actor: Actor, id: string): Promise<ReadableTables> {
    const connection = await findConnection(this.dataSource.manager, actor, 'source', id);
    if (!canPreview(actor.ability, { kind: 'source', id }))
      throw forbidden('Your role does not allow to see the tables of this source.');
    const { settings, credentials } = openConnection(this.sealer, connection);
    const source = new PostgresSource(settings, credentials, { statementTimeoutMs: TIMEOUT_MS });
    try {
      return await this.turns.take(actor.workspaceId, () => source.tables());
    } catch (error) {
      throw queryRefused(error);
    } finally {
      await source.close();
    }
  }
}

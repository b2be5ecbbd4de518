import { canConfigure } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { ConnectorError, PostgresSource, CredentialSealer } from '@imprimatur/connectors';
import { forbidden } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConnectionKind } from '../../domain/connection.ts';
import { findConnection } from './find-connection.ts';
import { openConnection } from './open-connection.ts';

const TIMEOUT_MS = 5_000;

export interface ConnectionTestResult {
  ok: boolean;
  code: string | null;
  message: string | null;
  elapsedMs: number;
}

/** Tries to connect with what is saved. That it cannot is an answer, not an error. */
@Injectable()
export class TestConnection {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: CredentialSealer,
  ) {}

  async execute(actor: Actor, kind: ConnectionKind, id: string): Promise<ConnectionTestResult> {
    const connection = await findConnection(this.dataSource.manager, actor, kind, id);
    if (!canConfigure(actor.ability, { kind, id })) throw forbidden(`Your role does not allow to test this ${kind}.`);
    const { settings, credentials } = openConnection(this.sealer, connection);
    const postgres = new PostgresSource(settings, credentials, { statementTimeoutMs: TIMEOUT_MS });
    const startedAt = performance.now();
    const elapsed = (): number => Math.round(performance.now() - startedAt);
    try {
      await postgres.test();
      return { ok: true, code: null, message: null, elapsedMs: elapsed() };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      return { ok: false, code: error.code, message: error.message, elapsedMs: elapsed() };
    } finally {
      await postgres.close();
    }
  }
}

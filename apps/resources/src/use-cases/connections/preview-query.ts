import { canPreview, canPreviewPinned } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { PostgresSource, CredentialSealer, type Preview } from '@imprimatur/connectors';
import { DomainError, forbidden, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asModel } from '../../domain/resource.ts';
import { findConnection } from './find-connection.ts';
import { findResource } from '../../persistence/find-resource.ts';
import { openConnection, queryRefused } from './open-connection.ts';
import { PreviewTurns } from './preview-turns.ts';

const TIMEOUT_MS = 10_000;
const MAX_ROWS = 100;

/** The first rows of a query, read on the source's own connection and in no transaction of ours. */
@Injectable()
export class PreviewQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: CredentialSealer,
    private readonly turns: PreviewTurns,
  ) {}

  async query(actor: Actor, sourceId: string, query: string): Promise<Preview> {
    await findConnection(this.dataSource.manager, actor, 'source', sourceId);
    if (!canPreview(actor.ability, { kind: 'source', id: sourceId }))
      throw forbidden('Your role does not allow to see rows of this source.');
    return this.rowsOf(actor, sourceId, query);
  }

  /** For those who decide: the very query that is in review. */
  async pinned(actor: Actor, modelId: string, revision: number): Promise<Preview> {
    const { draft, ends } = await findResource(this.dataSource.manager, actor, 'model', modelId);
    const { sourceId } = ends;
    if (!canPreviewPinned(actor, { kind: 'model', sourceId }))
      throw forbidden('Your role does not allow to see rows of this source.');
    if (draft?.state !== 'in_review' || draft.revision !== revision)
      throw new DomainError('conflict', 'draft.not-in-review', 'This revision is not in review any more.');
    return this.rowsOf(actor, sourceId, asModel(draft.content).query);
  }

  /** What is published, or the draft as it is; one that is in review also for those who decide. */
  async ofModel(actor: Actor, modelId: string, what: 'draft' | 'published', revision?: number): Promise<Preview> {
    const { draft, published, ends } = await findResource(this.dataSource.manager, actor, 'model', modelId);
    const subject = { kind: 'model' as const, sourceId: ends.sourceId };
    const pinned = what === 'draft' && draft?.state === 'in_review';
    if (pinned ? !canPreviewPinned(actor, subject) : !canPreview(actor.ability, subject))
      throw forbidden('Your role does not allow to see rows of this source.');
    if (what === 'published') {
      if (published === null) throw notFound('version');
      return this.rowsOf(actor, ends.sourceId, asModel(published.content).query);
    }
    if (draft === null) throw new DomainError('conflict', 'draft.missing', 'There is no draft any more.');
    if (revision !== undefined && draft.revision !== revision)
      throw new DomainError('stale', 'draft.stale-base', 'Somebody saved this draft in the meantime.', {
        details: { current: { basedOn: { revision: draft.revision }, content: draft.content } },
      });
    return this.rowsOf(actor, ends.sourceId, asModel(draft.content).query);
  }

  private async rowsOf(actor: Actor, sourceId: string, query: string): Promise<Preview> {
    const connection = await findConnection(this.dataSource.manager, actor, 'source', sourceId);
    const { settings, credentials } = openConnection(this.sealer, connection);
    const source = new PostgresSource(settings, credentials, { statementTimeoutMs: TIMEOUT_MS });
    try {
      return await this.turns.take(actor.workspaceId, () => source.preview(query, MAX_ROWS));
    } catch (error) {
      throw queryRefused(error);
    } finally {
      await source.close();
    }
  }
}

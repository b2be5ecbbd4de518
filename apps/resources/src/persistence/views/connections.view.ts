import { canConfigure, canView } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import { Id, JsonValue } from '@imprimatur/contracts';
import { notFound } from '@imprimatur/kernel';
import { PageQuery, toPage, type PageOf } from '@imprimatur/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Connection, ConnectionKind } from '../../domain/connection.ts';
import { loadConnection } from '../connections.repository.ts';
import { nameCursor } from './name-cursor.ts';
import { containing, SearchText } from './search-text.ts';
import { viewableEnds } from './viewable-ends.ts';

export const ConnectionQuery = PageQuery.extend({ q: SearchText.optional().meta({ description: 'part of the name' }) });
export type ConnectionQuery = z.output<typeof ConnectionQuery>;

export const ConnectionView = z
  .object({
    id: Id,
    type: z.enum(['postgres']),
    name: z.string(),
    version: z.int(),
    configurable: z.boolean(),
    settings: z
      .record(z.string(), JsonValue)
      .nullable()
      .meta({ description: 'how to connect, for those who may configure it; never the credentials' }),
  })
  .meta({ id: 'Connection' });
export type ConnectionView = z.output<typeof ConnectionView>;

type Row = Omit<Connection, 'credentials' | 'seq'>;

/** The sources or destinations that a member may view, by name. Credentials are never read here. */
@Injectable()
export class ConnectionsView {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    actor: Actor,
    kind: ConnectionKind,
    { limit, cursor, q }: ConnectionQuery,
  ): Promise<PageOf<ConnectionView>> {
    const { manager } = this.dataSource;
    const { sources, destinations } = await viewableEnds(manager, actor);
    const [name, id] = nameCursor(cursor);
    const rows: Row[] = await manager.query(
      `select id, kind, type, name, version, settings from connection
        where workspace_id = $1 and kind = $2 and not deleted and id = any($3::uuid[])
          and ($4::text is null or (name, id) > ($4, $5::uuid)) and ($6::text is null or name ilike $6)
        order by name, id limit $7`,
      [actor.workspaceId, kind, kind === 'source' ? sources : destinations, name, id, containing(q), limit + 1],
    );
    const page = toPage(rows, limit, (row) => [row.name, row.id]);
    return { items: page.items.map((row) => asSeenBy(actor, row)), nextCursor: page.nextCursor };
  }

  async detail(actor: Actor, kind: ConnectionKind, id: string): Promise<ConnectionView> {
    const connection = await loadConnection(this.dataSource.manager, actor.workspaceId, kind, id);
    if (connection === null || !canView(actor.ability, { kind, id: connection.id })) throw notFound(kind);
    return asSeenBy(actor, connection);
  }
}

function asSeenBy({ ability }: Actor, { id, kind, type, name, version, settings }: Row): ConnectionView {
  const configurable = canConfigure(ability, { kind, id });
  return { id, type, name, version, configurable, settings: configurable ? settings : null };
}

import type { Actor } from '@imprimatur/access';
import { ChangeSchema, changesOf } from '@imprimatur/changes';
import { Revision, Version, type Content, type GatedKind } from '@imprimatur/contracts';
import { Clock, notFound } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type EndIds, type Resource } from '../../domain/resource.ts';
import { visibleDraft } from '../../domain/sight.ts';
import { nameEnds } from '../end-names.ts';
import { findResource } from '../find-resource.ts';
import { findVersion } from '../versions.repository.ts';

/** A published version, or what it may become. */
export type Compared = number | 'draft';

const Side = z.object({ version: Version.nullable().meta({ description: 'null for the draft' }), revision: Revision });

export const Comparison = z
  .object({
    from: Side,
    to: Side,
    changes: z.array(ChangeSchema).meta({
      description: 'as of a request’s item; the next runs of a changed schedule as if `to` were published now',
    }),
  })
  .meta({ id: 'Comparison' });
export type Comparison = z.output<typeof Comparison>;

interface SideOf {
  version: number | null;
  revision: number;
  content: Content;
  ends: EndIds;
}

/** What differs between any two of a resource's versions and its draft, as far as the member may view both. */
@Injectable()
export class CompareView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor, kind: GatedKind, id: string, pair: { from: Compared; to: Compared }): Promise<Comparison> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const resource = await findResource(tx, actor, kind, id);
      const from = await sideOf(tx, actor, resource, pair.from);
      const to = await sideOf(tx, actor, resource, pair.to);
      const both = [from.ends, to.ends];
      const ends = both.map(await nameEnds(tx, actor.workspaceId, both));
      const { timeZone } = actor.workspace.settings;
      const changes = changesOf(kind, from.content, to.content, { ends, now: this.clock.now(), timeZone });
      return { from: head(from), to: head(to), changes };
    });
  }
}

async function sideOf(tx: EntityManager, actor: Actor, resource: Resource, side: Compared): Promise<SideOf> {
  if (side !== 'draft') return findVersion(tx, actor, resource, side);
  const draft = visibleDraft(actor, resource);
  if (draft === null) throw notFound('draft');
  return { ...draft, version: null };
}

const head = ({ version, revision }: SideOf): Comparison['from'] => ({ version, revision });

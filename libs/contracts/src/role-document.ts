import { z } from 'zod';
import { Id, Name } from './primitives.ts';

/** `draft` is the right and the restriction "Draft models & syncs"; `publish` is the same without the restriction. */
export const Level = z.enum(['none', 'draft', 'publish']);
export type Level = z.output<typeof Level>;

const Scope = z.union([z.literal('all'), Id]);

export const SourceGrant = z
  .object({
    scope: Scope,
    view: z.boolean(),
    configure: z.boolean(),
    models: Level,
    syncs: Level,
    approve: z.boolean(),
    run: z.boolean(),
  })
  .meta({ id: 'SourceGrant' });
export type SourceGrant = z.output<typeof SourceGrant>;

export const DestinationGrant = z
  .object({
    scope: Scope,
    view: z.boolean(),
    configure: z.boolean(),
    syncs: Level,
    approve: z.boolean(),
    run: z.boolean(),
  })
  .meta({ id: 'DestinationGrant' });
export type DestinationGrant = z.output<typeof DestinationGrant>;

export const WorkspaceRights = z
  .object({
    settings: z.boolean(),
    members: z.boolean(),
    roles: z.boolean(),
    audiences: z.boolean(),
    journeys: z.boolean(),
    auditLog: z.boolean(),
  })
  .meta({ id: 'WorkspaceRights' });
export type WorkspaceRights = z.output<typeof WorkspaceRights>;

/** A role is a document, not code (`domain.md` §2). */
export const RoleDocument = z
  .object({
    id: Id,
    name: Name,
    builtIn: z.boolean(),
    workspace: WorkspaceRights,
    sources: z.array(SourceGrant).max(500),
    destinations: z.array(DestinationGrant).max(500),
  })
  .meta({ id: 'RoleDocument' });
export type RoleDocument = z.output<typeof RoleDocument>;

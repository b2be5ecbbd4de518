import { z } from 'zod';
import { DestinationGrant, RoleDocument, SourceGrant, WorkspaceRights } from '../role-document.ts';

/** The grants of a role as a member writes them. */
export const GrantsBody = z.strictObject({
  workspace: z.strictObject(WorkspaceRights.shape),
  sources: z.array(z.strictObject(SourceGrant.shape)).max(500),
  destinations: z.array(z.strictObject(DestinationGrant.shape)).max(500),
});
export type GrantsBody = z.output<typeof GrantsBody>;

export const RoleBody = GrantsBody.extend({ name: RoleDocument.shape.name });
export type RoleBody = z.output<typeof RoleBody>;

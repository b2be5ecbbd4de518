import { type BuiltInRoleKey, builtInRole, builtInRoles } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';

/** A role of one workspace; built-in ones are rows too, so that a member always refers to one. */
export interface Role {
  id: string;
  workspaceId: string;
  builtIn: BuiltInRoleKey | null;
  document: RoleDocument;
  deleted: boolean;
  seq: number;
}

/** Derived, so that every service and seed can name the built-in roles of a workspace without asking. */
export const builtInRoleId = (workspaceId: string, key: BuiltInRoleKey): string => derivedId(workspaceId, key);

export const builtInRolesOf = (workspaceId: string): Role[] =>
  builtInRoles.map(({ key }) => {
    const id = builtInRoleId(workspaceId, key);
    return { id, workspaceId, builtIn: key, document: builtInRole(key, id), deleted: false, seq: 1 };
  });

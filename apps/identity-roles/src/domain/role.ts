import { type BuiltInRoleKey, builtInRole, builtInRoles } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { canonicalJson, derivedId, DomainError } from '@imprimatur/kernel';
import { assertSound } from './role-content.ts';

/** A role of one workspace; built-in ones are rows too, so that a member always refers to one. `seq` is its version as well. */
export interface Role {
  id: string;
  workspaceId: string;
  builtIn: BuiltInRoleKey | null;
  document: RoleDocument;
  deleted: boolean;
  seq: number;
}

/** What a member writes of a custom role. */
export type RoleContent = Pick<RoleDocument, 'name' | 'workspace' | 'sources' | 'destinations'>;

/** A workspace has this many custom roles at most: every service keeps them all. */
export const MAX_CUSTOM_ROLES = 200;

/** Derived, so that every service and seed can name the built-in roles of a workspace without asking. */
export const builtInRoleId = (workspaceId: string, key: BuiltInRoleKey): string => derivedId(workspaceId, key);

export const builtInRolesOf = (workspaceId: string): Role[] =>
  builtInRoles.map(({ key }) => {
    const id = builtInRoleId(workspaceId, key);
    return { id, workspaceId, builtIn: key, document: builtInRole(key, id), deleted: false, seq: 1 };
  });

const documentOf = (id: string, { name, workspace, sources, destinations }: RoleContent): RoleDocument => ({
  id,
  name,
  builtIn: false,
  workspace,
  sources,
  destinations,
});

/** `customRoles` is how many there are, counted under the workspace's lock. */
export function newCustomRole(id: string, workspaceId: string, content: RoleContent, customRoles: number): Role {
  assertSound(content);
  if (customRoles >= MAX_CUSTOM_ROLES) {
    throw new DomainError('conflict', 'role.too-many', `A workspace has ${MAX_CUSTOM_ROLES} custom roles at most.`);
  }
  return { id, workspaceId, builtIn: null, document: documentOf(id, content), deleted: false, seq: 1 };
}

/** The same role comes back when nothing differs. */
export function editRole(role: Role, content: RoleContent): Role {
  assertCustom(role);
  assertSound(content);
  const document = documentOf(role.id, content);
  const same = canonicalJson(document) === canonicalJson(role.document);
  return same ? role : { ...role, document, seq: role.seq + 1 };
}

/** A deleted role stays as a row that grants nothing, whoever still refers to it. `holders` are the members it is assigned to. */
export function deleteRole(role: Role, holders: readonly { id: string; name: string }[]): Role {
  assertCustom(role);
  if (holders.length > 0) {
    throw new DomainError('conflict', 'role.assigned', 'Members have this role. Give them another one first.', {
      details: { members: holders.slice(0, 100).map(({ id, name }) => ({ id, name })), memberCount: holders.length },
    });
  }
  const document = documentOf(role.id, { ...nothing, name: role.document.name });
  return { ...role, document, deleted: true, seq: role.seq + 1 };
}

const nothing: Omit<RoleContent, 'name'> = {
  workspace: { settings: false, members: false, roles: false, audiences: false, journeys: false, auditLog: false },
  sources: [],
  destinations: [],
};

function assertCustom(role: Role): void {
  if (role.builtIn === null) return;
  throw new DomainError(
    'conflict',
    'role.built-in',
    'Built-in roles stay as they are. Duplicate it into one of your own.',
  );
}

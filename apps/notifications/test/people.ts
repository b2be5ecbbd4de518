import { builtInRole, defineAbilityFor, type BuiltInRoleKey } from '@imprimatur/abilities';
import type { DataOf, MemberState, RoleDocument, RoleState, WorkspaceState } from '@imprimatur/contracts';
import { derivedId, newId } from '@imprimatur/kernel';

export type MemberData = DataOf<typeof MemberState>;

/** A workspace with its members and roles, as identity-roles announces them. */
export class Acme {
  readonly id = newId();
  readonly roles: DataOf<typeof RoleState>[] = [];
  readonly members: MemberData[] = [];

  readonly workspace: DataOf<typeof WorkspaceState> = {
    id: this.id,
    workspaceId: this.id,
    seq: 1,
    deleted: false,
    slug: 'acme',
    name: 'Acme',
    plan: 'business',
    settings: {
      requireApprovals: true,
      selfApproval: 'publishers',
      requiredApprovals: 1,
      modelDraftPolicy: 'hold',
      timeZone: 'Europe/Berlin',
    },
  };

  member(name: string, role: BuiltInRoleKey | RoleDocument, over: Partial<MemberData> = {}): MemberData {
    const member: MemberData = {
      id: newId(),
      workspaceId: this.id,
      seq: 1,
      deleted: false,
      kind: 'person',
      name,
      email: `${name.toLowerCase()}@acme.example`,
      roleId: this.role(role).id,
      active: true,
      ...over,
    };
    this.members.push(member);
    return member;
  }

  private role(role: BuiltInRoleKey | RoleDocument): RoleDocument {
    const document = typeof role === 'string' ? builtInRole(role, derivedId(this.id, role)) : role;
    if (!this.roles.some(({ id }) => id === document.id))
      this.roles.push({ id: document.id, workspaceId: this.id, seq: 1, deleted: false, role: document });
    return document;
  }
}

/** May view the sources named, and nothing else. */
export function viewerOf(sourceIds: string[], destinationIds: string[] = []): RoleDocument {
  const none = { configure: false, approve: false, run: false, syncs: 'none' as const };
  return {
    ...builtInRole('workspace-viewer', newId()),
    name: 'Viewer of some',
    builtIn: false,
    sources: sourceIds.map((scope) => ({ scope, view: true, models: 'none', ...none })),
    destinations: destinationIds.map((scope) => ({ scope, view: true, ...none })),
  };
}

export const viewsAll = defineAbilityFor(builtInRole('workspace-viewer', newId()));

import { defineAbilityFor, type AppAbility } from '@imprimatur/abilities';
import type { DataOf, MemberState, Plan, RoleDocument, WorkspaceSettings, WorkspaceState } from '@imprimatur/contracts';
import type { JWK } from 'jose';
import type { EntityManager } from 'typeorm';

export type WorkspaceRecord = Pick<DataOf<typeof WorkspaceState>, 'id' | 'seq' | 'slug' | 'name' | 'plan' | 'settings'>;
export type MemberRecord = DataOf<typeof MemberState>;

/** A member as a request or an event acts in their name: who they are and what their role grants right now. */
export interface Actor {
  memberId: string;
  memberSeq: number;
  /** Access tokens that name an earlier `seq` have ended. */
  tokensFromSeq: number;
  workspaceId: string;
  kind: 'person' | 'service';
  name: string;
  roleId: string;
  role: RoleDocument | null;
  ability: AppAbility;
  workspace: { slug: string; name: string; plan: Plan; settings: WorkspaceSettings };
}

export interface IdentityRecords {
  workspace: WorkspaceRecord;
  member: MemberRecord;
  role: RoleDocument | null;
}

/**
 * Who is who in a workspace and what their roles grant. Every method takes the transaction to read in, if any. Deleted roles and
 * workspaces are null; members who left are returned with `deleted`, so that a caller can tell them from unknown ones.
 */
export abstract class Directory {
  private readonly abilities = new WeakMap<RoleDocument, AppAbility>();

  abstract workspace(workspaceId: string, tx?: EntityManager): Promise<WorkspaceRecord | null>;
  abstract member(workspaceId: string, memberId: string, tx?: EntityManager): Promise<MemberRecord | null>;
  /** All members, or those with these ids; the ones who left included. */
  abstract members(workspaceId: string, memberIds?: string[], tx?: EntityManager): Promise<MemberRecord[]>;
  abstract role(workspaceId: string, roleId: string, tx?: EntityManager): Promise<RoleDocument | null>;
  abstract roles(workspaceId: string, tx?: EntityManager): Promise<RoleDocument[]>;
  /** The public key with this id as a JWK; null when unknown or withdrawn. */
  abstract verificationKey(kid: string): Promise<JWK | null>;

  /** What a member may do right now; null when they are unknown, inactive or have left. */
  async actor(workspaceId: string, memberId: string, tx?: EntityManager): Promise<Actor | null> {
    const member = await this.member(workspaceId, memberId, tx);
    const workspace = await this.workspace(workspaceId, tx);
    if (member === null || workspace === null) return null;
    return this.toActor({ member, workspace, role: await this.role(workspaceId, member.roleId, tx) });
  }

  /** What several members may do right now; unknown, inactive and former ones are left out. */
  async actors(workspaceId: string, memberIds: string[], tx?: EntityManager): Promise<Actor[]> {
    const [workspace, members, roles] = [
      await this.workspace(workspaceId, tx),
      await this.members(workspaceId, memberIds, tx),
      await this.roles(workspaceId, tx),
    ];
    if (workspace === null) return [];
    const byId = new Map(roles.map((role) => [role.id, role]));
    return members
      .map((member) => this.toActor({ member, workspace, role: byId.get(member.roleId) ?? null }))
      .filter((actor) => actor !== null);
  }

  protected toActor({ member, workspace, role }: IdentityRecords): Actor | null {
    if (member.deleted || !member.active) return null;
    return {
      memberId: member.id,
      memberSeq: member.seq,
      tokensFromSeq: member.tokensFromSeq ?? 1,
      workspaceId: member.workspaceId,
      kind: member.kind,
      name: member.name,
      roleId: member.roleId,
      role,
      ability: this.abilityOf(role),
      workspace: { slug: workspace.slug, name: workspace.name, plan: workspace.plan, settings: workspace.settings },
    };
  }

  private abilityOf(role: RoleDocument | null): AppAbility {
    if (role === null) return defineAbilityFor(null);
    const known = this.abilities.get(role);
    if (known !== undefined) return known;
    const ability = defineAbilityFor(role);
    this.abilities.set(role, ability);
    return ability;
  }
}

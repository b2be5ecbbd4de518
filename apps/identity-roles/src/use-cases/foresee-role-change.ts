import { notFound } from '@imprimatur/kernel';
import { exceeds } from '@imprimatur/abilities';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actsAsAdmin, changeMember, type Member } from '../domain/member.ts';
import { type MemberEffect, memberEffect } from '../domain/member-effect.ts';
import { builtInRoleId } from '../domain/role.ts';
import { MembersRepository } from '../persistence/members.repository.ts';
import { RolesRepository } from '../persistence/roles.repository.ts';
import { WorkspacesRepository } from '../persistence/workspaces.repository.ts';
import { type ActingMember, heldRole } from './held-role.ts';

export interface ForeseenRoleChange extends MemberEffect {
  /** Why the change would be refused to whoever asks; null when it would not. */
  refusal: { code: 'role.exceeds-own'; exceeding: string[] } | { code: 'member.last-admin' } | null;
}

/** What a change of role would mean, before anybody makes it. Changes nothing. */
@Injectable()
export class ForeseeRoleChange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly workspaces: WorkspacesRepository,
  ) {}

  async execute(
    actor: ActingMember,
    { memberId, roleId }: { memberId: string; roleId: string },
  ): Promise<ForeseenRoleChange> {
    const tx = this.dataSource.manager;
    const { workspaceId } = actor;
    const member = await this.members.find(tx, workspaceId, memberId);
    if (member === null) throw notFound('member');
    const before = await this.roles.find(tx, workspaceId, member.roleId);
    const after = await this.roles.find(tx, workspaceId, roleId);
    if (before === null || after === null) throw notFound('role');
    const { settings } = (await this.workspaces.find(tx, workspaceId))!;
    const effect = memberEffect(member, [before.document, after.document], settings);
    return { ...effect, refusal: await this.refusalOf(tx, actor, member, changeMember(member, { roleId })) };
  }

  private async refusalOf(
    tx: EntityManager,
    actor: ActingMember,
    before: Member,
    after: Member,
  ): Promise<ForeseenRoleChange['refusal']> {
    if (after === before) return null;
    const held = await heldRole(tx, this.roles, actor, 'members');
    const role = await this.roles.find(tx, after.workspaceId, after.roleId);
    const exceeding = after.active && role !== null ? exceeds(role.document, held) : [];
    if (exceeding.length > 0) return { code: 'role.exceeds-own', exceeding: exceeding.slice(0, 100) };
    const adminRoleId = builtInRoleId(after.workspaceId, 'admin');
    if (!actsAsAdmin(before, adminRoleId) || actsAsAdmin(after, adminRoleId)) return null;
    const others = await this.members.countAdminsBut(tx, before, adminRoleId);
    return others > 0 ? null : { code: 'member.last-admin' };
  }
}

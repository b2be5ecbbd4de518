import { DomainError } from '@imprimatur/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../domain/member.ts';
import { AccountRow } from './account.row.ts';
import { MemberRow } from './member.row.ts';
import { onUniqueViolation } from './on-unique-violation.ts';

@Injectable()
export class MembersRepository {
  /**
   * Taken before any change of a workspace's members: one at a time, so that rights are read and Admins are counted as they are.
   * On the workspace's row, because there is nothing else that two changes of different members have in common.
   */
  async lockAll(tx: EntityManager, workspaceId: string): Promise<void> {
    await tx.query('select from workspace where id = $1 for no key update', [workspaceId]);
  }

  find(tx: EntityManager, workspaceId: string, id: string): Promise<Member | null> {
    return tx.findOneBy(MemberRow, { workspaceId, id, deleted: false });
  }

  /** The member as they are, who stays so until the transaction ends: what is given to them now, a deactivation finds. */
  hold(tx: EntityManager, { workspaceId, id }: Pick<Member, 'workspaceId' | 'id'>): Promise<Member | null> {
    return tx.findOne(MemberRow, { where: { workspaceId, id, deleted: false }, lock: { mode: 'pessimistic_read' } });
  }

  /** The mail address a member signs in with; null for service accounts. */
  async emailOf(tx: EntityManager, { accountId }: Member): Promise<string | null> {
    const account = accountId === null ? null : await tx.findOneBy(AccountRow, { id: accountId });
    return account?.email ?? null;
  }

  /** Every membership of an account, the oldest first. */
  ofAccount(tx: EntityManager, accountId: string): Promise<Member[]> {
    return tx.find(MemberRow, { where: { accountId }, order: { id: 'ASC' } });
  }

  /** Admins who could let the workspace in again, one member left out: an invited one may never come. Under {@link lockAll}. */
  countAdminsBut(tx: EntityManager, but: Member, adminRoleId: string): Promise<number> {
    return tx
      .createQueryBuilder(MemberRow, 'm')
      .where('m.workspace_id = :workspaceId and m.id <> :id', but)
      .andWhere(`m.role_id = :adminRoleId and m.kind = 'person' and m.active and not m.deleted`, { adminRoleId })
      .andWhere('exists (select from account a where a.id = m.account_id and a.password_hash is not null)')
      .getCount();
  }

  async insert(tx: EntityManager, member: Member): Promise<void> {
    await onUniqueViolation('member_account', tx.insert(MemberRow, member), memberExists);
  }

  /** Under {@link lockAll}. */
  async save(tx: EntityManager, member: Member): Promise<void> {
    const { workspaceId, id, version, ...change } = member;
    const before = { workspaceId, id, version: version - 1 };
    const { affected } = await tx.update(MemberRow, before, { ...change, version });
    if (affected !== 1) throw new TypeError(`member ${id} was changed without its lock`);
  }

  /** What {@link endTokens} changed. Under {@link lockAll}. */
  async saveEndedTokens(tx: EntityManager, { workspaceId, id, seq, tokensFromSeq }: Member): Promise<void> {
    const { affected } = await tx.update(MemberRow, { workspaceId, id, seq: seq - 1 }, { seq, tokensFromSeq });
    if (affected !== 1) throw new TypeError(`member ${id} was changed without its lock`);
  }
}

const memberExists = (): DomainError =>
  new DomainError('conflict', 'member.exists', 'Somebody with this mail address is a member already.');

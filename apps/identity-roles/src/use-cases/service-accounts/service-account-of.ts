import { notFound } from '@imprimatur/kernel';
import type { EntityManager } from 'typeorm';
import type { Member } from '../../domain/member.ts';
import type { MembersRepository } from '../../persistence/members.repository.ts';

/** The service account with this id; throws `service-account.not-found`, also for people. */
export async function serviceAccountOf(
  tx: EntityManager,
  members: MembersRepository,
  workspaceId: string,
  id: string,
): Promise<Member> {
  const member = await members.find(tx, workspaceId, id);
  if (member?.kind !== 'service') throw notFound('service-account');
  return member;
}

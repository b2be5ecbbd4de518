import { exceeds } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';

/** A service account is no approver, whatever its role says: `approve` is not its to hand on. */
export const withoutApproval = (role: RoleDocument): RoleDocument => ({
  ...role,
  sources: role.sources.map((grant) => ({ ...grant, approve: false })),
  destinations: role.destinations.map((grant) => ({ ...grant, approve: false })),
});

/** Nobody grants what they do not hold (`domain.md` §2). */
export function assertMayGrant(granted: RoleDocument, held: RoleDocument): void {
  const exceeding = exceeds(granted, held);
  if (exceeding.length === 0) return;
  throw new DomainError('forbidden', 'role.exceeds-own', 'This role has rights that you do not hold.', {
    details: { exceeding: exceeding.slice(0, 100) },
  });
}

/**
 * An edit that only takes away grants nothing. Any other must leave a role that its editor could have made: what they add might give
 * the rest a meaning that neither the role nor they had, as `approve` on a destination does beside `approve` on a source.
 */
export function assertMayEdit(before: RoleDocument, after: RoleDocument, held: RoleDocument): void {
  if (exceeds(after, before).length > 0) assertMayGrant(after, held);
}

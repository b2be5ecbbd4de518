import { exceeds } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';

/** A service account is no approver, whatever its role says: `approve` is not its to hand on. */
export const withoutApproval = (role: RoleDocument): RoleDocument => ({
  ...role,
  sources: role.sources.map((grant) => ({ ...grant, approve: false })),
  destinations: role.destinations.map((grant) => ({ ...grant, approve: false })),
});

/** Nobody grants what they do not hold (`domain.md` §2). What `before`, the role before an edit, gave already is not granted by it. */
export function assertMayGrant(granted: RoleDocument, held: RoleDocument, before: RoleDocument | null = null): void {
  const exceeding = exceeds(granted, held, before);
  if (exceeding.length === 0) return;
  throw new DomainError('forbidden', 'role.exceeds-own', 'This role has rights that you do not hold.', {
    details: { exceeding: exceeding.slice(0, 100) },
  });
}

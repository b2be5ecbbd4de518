import { exceeds } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { DomainError } from '@imprimatur/kernel';

/** Nobody grants what they do not hold (`domain.md` §2). */
export function assertMayGrant(granted: RoleDocument, held: RoleDocument): void {
  const exceeding = exceeds(granted, held);
  if (exceeding.length === 0) return;
  throw new DomainError('forbidden', 'role.exceeds-own', 'This role has rights that you do not hold.', {
    details: { exceeding },
  });
}

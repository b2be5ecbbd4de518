import { grantsWithoutEffect, type WithoutEffectReason } from '@imprimatur/abilities';
import { RoleDocument } from '@imprimatur/contracts';
import { z } from 'zod';
import type { Role } from '../domain/role.ts';
import type { RoleListed } from '../persistence/roles.view.ts';

const reasons = [
  'view-missing',
  'grants-nothing',
  'same-as-all',
  'no-counterpart',
  'weaker-counterpart',
  'nothing-to-view',
] as const satisfies WithoutEffectReason[];

export const WithoutEffectDto = z
  .object({
    path: z.string().meta({ description: 'a JSON pointer into the role: a right, or a grant as a whole' }),
    reason: z.enum(reasons),
  })
  .meta({ id: 'GrantWithoutEffect' });

export const RoleDto = RoleDocument.extend({
  version: z.int().min(1).meta({ description: 'the ETag to edit or delete this role with' }),
  memberCount: z.int().min(0).meta({ description: 'members it is assigned to, whether they are active or not' }),
  withoutEffect: z
    .array(WithoutEffectDto)
    .meta({ description: 'what could be left out of the role, and it would come to the same' }),
}).meta({ id: 'Role' });
export type RoleDto = z.output<typeof RoleDto>;

export const RolesDto = z.object({ items: z.array(RoleDto) }).meta({ id: 'Roles' });
export type RolesDto = z.output<typeof RolesDto>;

export const DuplicateRoleBody = z.strictObject({
  name: RoleDocument.shape.name.optional().meta({ description: 'left out: the name of the original and “copy”' }),
});
export type DuplicateRoleBody = z.output<typeof DuplicateRoleBody>;

export const toRoleDto = ({ document, seq, memberCount }: RoleListed): RoleDto => ({
  ...document,
  version: seq,
  memberCount,
  withoutEffect: grantsWithoutEffect(document),
});

/** Of one that was created a moment ago, and so is nobody’s yet. */
export const toNewRoleDto = (role: Role): RoleDto => toRoleDto({ ...role, memberCount: 0 });

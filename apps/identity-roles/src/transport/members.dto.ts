import { Id, Name } from '@imprimatur/contracts';
import { pageOf } from '@imprimatur/service-kit';
import { z } from 'zod';
import { Email } from '../domain/email.ts';

export const MemberDto = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable().meta({ description: 'null unless it is your own or you hold the right `members`' }),
    kind: z.enum(['person', 'service']),
    role: z.object({ id: Id, name: z.string() }),
    active: z.boolean(),
    version: z.int().min(1).meta({ description: 'the ETag to change this member with' }),
  })
  .meta({ id: 'Member' });
export type MemberDto = z.output<typeof MemberDto>;

export const MembersPage = pageOf(MemberDto).meta({ id: 'MembersPage' });

export const AddMemberBody = z.strictObject({ name: Name, email: Email, roleId: Id });
export type AddMemberBody = z.output<typeof AddMemberBody>;

export const AddedMemberDto = z
  .object({
    id: Id,
    passwordLink: z.string().nullable().meta({
      description: 'hand it to the new member, who chooses a password with it once; null for whoever has a password',
    }),
  })
  .meta({ id: 'AddedMember' });
export type AddedMemberDto = z.output<typeof AddedMemberDto>;

export const ChangeMemberBody = z.strictObject({ name: Name, roleId: Id, active: z.boolean() }).partial();
export type ChangeMemberBody = z.output<typeof ChangeMemberBody>;

import { Id, Instant } from '@imprimatur/contracts';
import { pageOf } from '@imprimatur/service-kit';
import { z } from 'zod';

const Extent = z.enum(['none', 'some', 'all']);
export const MustRequestApprovalDto = z.object({ models: Extent, syncs: Extent });

export const MemberDto = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string().nullable().meta({ description: 'null unless it is your own or you hold the right `members`' }),
    kind: z.enum(['person', 'service']),
    role: z.object({ id: Id, name: z.string() }),
    active: z.boolean(),
    status: z.enum(['invited', 'active', 'deactivated']).meta({
      description: '`invited`: has not chosen a password yet. They can be given work before they do',
    }),
    mustRequestApproval: MustRequestApprovalDto.meta({
      description: 'where their role lets them draft only: what takes an approval request while approvals are required',
    }),
    version: z.int().min(1).meta({ description: 'the ETag to change this member with' }),
  })
  .meta({ id: 'Member' });
export type MemberDto = z.output<typeof MemberDto>;

export const MembersPage = pageOf(MemberDto).meta({ id: 'MembersPage' });

export const AddedMemberDto = z
  .object({
    id: Id,
    expiresAt: Instant.meta({ description: 'until when the link in the mail they get can be used, once' }),
  })
  .meta({ id: 'AddedMember' });
export type AddedMemberDto = z.output<typeof AddedMemberDto>;

export const InvitationDto = AddedMemberDto.pick({ expiresAt: true }).meta({ id: 'Invitation' });
export type InvitationDto = z.output<typeof InvitationDto>;

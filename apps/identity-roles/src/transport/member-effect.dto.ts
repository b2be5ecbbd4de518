import { Id } from '@imprimatur/contracts';
import { z } from 'zod';
import { MustRequestApprovalDto } from './members.dto.ts';
import { SaveActions } from './role-effect.dto.ts';

export const MemberEffectBody = z.strictObject({ roleId: Id });
export type MemberEffectBody = z.output<typeof MemberEffectBody>;

const Offered = z.object({
  everywhere: SaveActions.meta({ description: 'on every model or sync there may be' }),
  somewhere: SaveActions.meta({ description: 'on some at least' }),
});
const Reach = z.object({
  role: z.object({ id: Id, name: z.string() }),
  saveOptions: z.object({ models: Offered, syncs: Offered }),
  mustRequestApproval: MustRequestApprovalDto,
});

export const MemberEffectDto = z
  .object({
    before: Reach,
    after: Reach,
    gained: z.array(z.string()).meta({ description: 'rights, such as `sources.all.approve`' }),
    lost: z.array(z.string()),
    refusal: z
      .union([
        z.object({ code: z.literal('role.exceeds-own'), exceeding: z.array(z.string()) }),
        z.object({ code: z.literal('member.last-admin') }),
      ])
      .nullable()
      .meta({ description: 'why you could not make this change' }),
  })
  .meta({ id: 'MemberEffect' });
export type MemberEffectDto = z.output<typeof MemberEffectDto>;

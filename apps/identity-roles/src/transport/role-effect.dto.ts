import { GrantsBody, Id, RoleDocument } from '@imprimatur/contracts';
import { z } from 'zod';
import { WithoutEffectDto } from './roles.dto.ts';

/** The ways of saving, as `SaveAction` of the abilities has them. */
export const SaveActions = z.array(z.enum(['publish', 'publish_now', 'submit', 'save_draft']));

const place = {
  kind: z.enum(['model', 'sync']),
  sourceId: Id.optional().meta({ description: 'left out: any source that no grant names' }),
  destinationId: Id.optional().meta({ description: 'of a sync; left out: any destination that no grant names' }),
};

export const PlaceQuery = z.strictObject(place);
export type PlaceQuery = z.output<typeof PlaceQuery>;

export const UnsavedRoleBody = z.strictObject({
  ...place,
  role: GrantsBody.extend({ name: RoleDocument.shape.name.optional() }),
  roleId: Id.optional().meta({
    description: 'the role that this would be an edit of: its members are judged by the edit',
  }),
});
export type UnsavedRoleBody = z.output<typeof UnsavedRoleBody>;

export const RoleEffectDto = z
  .object({
    saveOptions: z.object({
      actions: SaveActions,
      code: z.enum(['rights.missing', 'approvals.disabled-for-draft-role']).nullable(),
    }),
    view: z.boolean(),
    approve: z.boolean(),
    run: z.boolean().meta({ description: 'of the sync; false for a model' }),
    preview: z.boolean().meta({ description: 'of rows from the source' }),
    approvers: z
      .array(z.object({ memberId: Id, name: z.string(), roleName: z.string() }))
      .meta({ description: 'who can approve there, work of their own set aside' }),
    withoutEffect: z.array(WithoutEffectDto),
  })
  .meta({ id: 'RoleEffect' });
export type RoleEffectDto = z.output<typeof RoleEffectDto>;

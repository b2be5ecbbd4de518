import { z } from 'zod';
import { Id, Instant, Name } from '../primitives.ts';

/** A mail address as accounts are known by: two spellings that differ in case only are one account. */
export const Email = z.email().max(254).toLowerCase();

export const AddMemberBody = z.strictObject({ name: Name, email: Email, roleId: Id });
export type AddMemberBody = z.output<typeof AddMemberBody>;

export const ChangeMemberBody = z.strictObject({ name: Name, roleId: Id, active: z.boolean() }).partial();
export type ChangeMemberBody = z.output<typeof ChangeMemberBody>;

export const AddServiceAccountBody = z.strictObject({ name: Name, roleId: Id });
export type AddServiceAccountBody = z.output<typeof AddServiceAccountBody>;

export const IssueServiceTokenBody = z.strictObject({
  name: Name,
  expiresAt: Instant.nullable().default(null).meta({ description: 'never when left out' }),
});
export type IssueServiceTokenBody = z.output<typeof IssueServiceTokenBody>;

import { Email, Id, Instant, Plan, RoleDocument, WorkspaceSettings } from '@imprimatur/contracts';
import { z } from 'zod';
import { Password } from '../domain/password.ts';
import { Slug } from '../domain/slug.ts';

const Transport = z.enum(['cookie', 'bearer']).meta({
  description: '`cookie`: tokens in HttpOnly cookies, for browsers. `bearer`: tokens in the answer, for programs',
});

export const SignInBody = z.strictObject({
  email: Email,
  password: z.string().min(1).max(256),
  workspace: Slug.optional().meta({ description: 'the one joined first when left out' }),
  transport: Transport.default('cookie'),
});
export type SignInBody = z.output<typeof SignInBody>;

const RefreshToken = z.string().min(1).max(100);

export const RefreshBody = z
  .strictObject({ refreshToken: RefreshToken.optional().meta({ description: 'for programs; browsers send a cookie' }) })
  .default({});
export type RefreshBody = z.output<typeof RefreshBody>;

export const ChoosePasswordBody = z.strictObject({ token: RefreshToken, password: Password });
export type ChoosePasswordBody = z.output<typeof ChoosePasswordBody>;

export const PasswordResetBody = z.strictObject({ email: Email });
export type PasswordResetBody = z.output<typeof PasswordResetBody>;

const Tokens = {
  expiresAt: Instant.meta({ description: 'when the access token ends; refresh before' }),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
};
export const TokensDto = z.object(Tokens).meta({ id: 'Tokens' });
export type TokensDto = z.output<typeof TokensDto>;

export const ExchangeBody = z.strictObject({ secret: z.string().min(1).max(100) });
export type ExchangeBody = z.output<typeof ExchangeBody>;

export const ExchangedDto = z
  .object({ accessToken: z.string(), expiresAt: Instant })
  .meta({ id: 'ExchangedServiceToken' });
export type ExchangedDto = z.output<typeof ExchangedDto>;

const WorkspaceOfSession = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  plan: Plan,
  settings: WorkspaceSettings,
});
const OwnMember = z.object({ id: Id, name: z.string(), email: z.string().nullable() });

export const SignedInDto = z
  .object({ ...Tokens, member: OwnMember, workspace: WorkspaceOfSession })
  .meta({ id: 'SignedIn' });
export type SignedInDto = z.output<typeof SignedInDto>;

export const SessionDto = z
  .object({
    member: OwnMember,
    role: RoleDocument.nullable(),
    workspace: WorkspaceOfSession,
    workspaces: z.array(WorkspaceOfSession.pick({ id: true, slug: true, name: true })),
  })
  .meta({ id: 'Session' });
export type SessionDto = z.output<typeof SessionDto>;

export const JwksDto = z.object({ keys: z.array(z.record(z.string(), z.string())) }).meta({ id: 'Jwks' });
export type JwksDto = z.output<typeof JwksDto>;

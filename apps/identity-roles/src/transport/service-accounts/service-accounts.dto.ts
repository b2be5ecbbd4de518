import { Id, Instant } from '@imprimatur/contracts';
import { pageOf } from '@imprimatur/service-kit';
import { z } from 'zod';

export const ServiceAccountDto = z
  .object({
    id: Id,
    name: z.string(),
    role: z.object({ id: Id, name: z.string() }),
    active: z.boolean(),
    liveTokens: z.int(),
    lastUsedAt: Instant.nullable(),
    version: z.int().min(1).meta({ description: 'the ETag to change this account with' }),
  })
  .meta({ id: 'ServiceAccount' });
export type ServiceAccountDto = z.output<typeof ServiceAccountDto>;

export const ServiceAccountsPage = pageOf(ServiceAccountDto).meta({ id: 'ServiceAccountsPage' });

export const AddedServiceAccountDto = z.object({ id: Id }).meta({ id: 'AddedServiceAccount' });
export type AddedServiceAccountDto = z.output<typeof AddedServiceAccountDto>;

const ServiceTokenDto = z
  .object({
    id: Id,
    name: z.string(),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: Instant,
    createdBy: z.object({ memberId: Id, name: z.string().nullable() }),
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ServiceToken' });

export const ServiceTokensDto = z.object({ items: z.array(ServiceTokenDto) }).meta({ id: 'ServiceTokens' });
export type ServiceTokensDto = z.output<typeof ServiceTokensDto>;

export const IssuedServiceTokenDto = z
  .object({
    id: Id,
    secret: z.string().nullable().meta({
      description: 'shown now and never again; null in the answer to a repeat of a request with an Idempotency-Key',
    }),
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'IssuedServiceToken' });
export type IssuedServiceTokenDto = z.output<typeof IssuedServiceTokenDto>;

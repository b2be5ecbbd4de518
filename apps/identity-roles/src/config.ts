import { parseEnv, SealingKeyList, serviceConfigFrom, serviceEnv, type ServiceConfig } from '@imprimatur/service-kit';
import { z } from 'zod';

export interface IdentityRolesConfig extends ServiceConfig {
  /** 32 bytes that the private halves of signing keys are sealed with. */
  signingKeySecret: Buffer;
  /** What the links in mails are sealed with on their way to notifications: `keyId:base64,…`, the first is the current one. */
  linkSealingKeys: string;
}

const Secret = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

const shared = serviceEnv('identity-roles');
const environment = shared.extend({
  SIGNING_KEY_SECRET: Secret,
  LINK_SEALING_KEYS: SealingKeyList,
});

export function identityRolesConfigFrom(env: Record<string, string | undefined>): IdentityRolesConfig {
  const parsed = parseEnv(environment, env);
  return {
    ...serviceConfigFrom(parsed),
    signingKeySecret: parsed.SIGNING_KEY_SECRET,
    linkSealingKeys: parsed.LINK_SEALING_KEYS,
  };
}

/** What operators' commands need: the database, and the address that links lead to. They send nothing themselves. */
export interface OperatorConfig {
  databaseUrl: string;
  publicUrl: string;
}

/** For operators' commands that make keys for the service to open. */
export function signingKeySecretFrom(env: Record<string, string | undefined>): Buffer {
  return parseEnv(z.object({ SIGNING_KEY_SECRET: Secret }), env).SIGNING_KEY_SECRET;
}

const { DATABASE_URL, PUBLIC_URL } = shared.shape;
const operatorEnvironment = z.object({ DATABASE_URL, PUBLIC_URL });

export function operatorConfigFrom(env: Record<string, string | undefined>): OperatorConfig {
  const parsed = parseEnv(operatorEnvironment, env);
  return { databaseUrl: parsed.DATABASE_URL, publicUrl: parsed.PUBLIC_URL };
}

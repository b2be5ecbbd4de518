import { parseEnv, serviceConfigFrom, serviceEnv, type ServiceConfig, SealingKeyList } from '@imprimatur/service-kit';

export interface ResourcesConfig extends ServiceConfig {
  /** What credentials are sealed with: `keyId:base64,…`, the first is the current one. */
  sealingKeys: string;
}

const Env = serviceEnv('resources').extend({
  SEALING_KEYS: SealingKeyList,
});

/** Reads the configuration out of the environment; throws naming every bad variable. */
export function resourcesConfigFrom(env: Record<string, string | undefined>): ResourcesConfig {
  const parsed = parseEnv(Env, env);
  return { ...serviceConfigFrom(parsed), sealingKeys: parsed.SEALING_KEYS };
}

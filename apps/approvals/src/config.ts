import { parseEnv, serviceConfigFrom, serviceEnv, type ServiceConfig } from '@imprimatur/service-kit';

export type ApprovalsConfig = ServiceConfig;

export function approvalsConfigFrom(env: NodeJS.ProcessEnv): ApprovalsConfig {
  return serviceConfigFrom(parseEnv(serviceEnv('approvals'), env));
}

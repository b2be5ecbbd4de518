export { BackgroundTask, Repeating } from './background-task.ts';
export { Command, commandRequestOf, type CommandRequest } from './command-request.ts';
export { Commands } from './commands.ts';
export { ConfigError } from './config-error.ts';
export { createService, kitMigrations, type ServiceParts } from './create-service.ts';
export { createDataSource } from './data-source.ts';
export { IfMatch, setEtag } from './etag.ts';
export { Health, type Readiness } from './health.ts';
export { createLogger, Logger } from './logger.ts';
export { Metrics } from './metrics.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { operationalPaths } from './operational-routes.ts';
export { decodeCursor, encodeCursor, pageOf, PageQuery, toPage, type PageOf } from './paging.ts';
export { parseEnv } from './parse-env.ts';
export { Problem } from './problem.ts';
export { PublicUrl } from './public-url.ts';
export { identityOf, type RequestIdentity } from './request-identity.ts';
export { runService } from './run-service.ts';
export { ServiceApp } from './service-app.ts';
export {
  busConfigFromEnv,
  serviceConfigFrom,
  serviceEnv,
  type ServiceConfig,
  type ServiceEnv,
} from './service-config.ts';
export { fieldErrors } from './validation.pipe.ts';

import { services } from '@imprimatur/contracts';
import { OperatorError } from './command-line.mjs';

/** What operators' commands that concern several services read from the environment. */
export const databaseVariables = `  DATABASE_URL_IDENTITY_ROLES, DATABASE_URL_RESOURCES, DATABASE_URL_APPROVALS, DATABASE_URL_NOTIFICATIONS, DATABASE_URL_SCHEDULER
                the database of each service
  DATABASE_URL  for services without one of their own: the same server, a database named after the service (identity_roles, …)
`;
export const busVariables = `  KAFKA_BROKERS, KAFKA_TOPIC_PREFIX, KAFKA_SSL, KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD
`;

const upper = (service) => service.replaceAll('-', '_').toUpperCase();

/** The database of a service. */
export function databaseUrlOf(service, env = process.env) {
  const own = env[`DATABASE_URL_${upper(service)}`];
  if (own) return own;
  if (!env.DATABASE_URL) throw new OperatorError(`DATABASE_URL_${upper(service)} is missing, and so is DATABASE_URL.`);
  const url = new URL(env.DATABASE_URL);
  url.pathname = `/${service.replaceAll('-', '_')}`;
  return url.href;
}

/** The services that were named, or all. */
export function servicesNamed(names) {
  const unknown = names.filter((name) => !services.includes(name));
  if (unknown.length > 0)
    throw new OperatorError(`There is no service ${unknown.join(', ')}. They are ${services.join(', ')}.`);
  return names.length > 0 ? names : [...services];
}

import { services } from '@imprimatur/contracts';
import { OperatorError } from './operator-error.mjs';

/** What operators' commands that concern several services read from the environment. */
export const databaseVariables = `  DATABASE_URL_IDENTITY_ROLES, DATABASE_URL_RESOURCES, DATABASE_URL_APPROVALS, DATABASE_URL_NOTIFICATIONS, DATABASE_URL_SCHEDULER
                the database of each service
  DATABASE_URL  for services without one of their own: the same server, a database named after the service (identity_roles, …)
`;
export const busVariables = `  KAFKA_BROKERS, KAFKA_TOPIC_PREFIX, KAFKA_SSL, KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD
`;

const databaseOf = (service) => service.replaceAll('-', '_');
const variableOf = (service) => `DATABASE_URL_${databaseOf(service).toUpperCase()}`;

/** The same for a command that concerns one service. */
export const databaseVariablesOf = (service) => `  ${variableOf(service)}
                the database of ${service}
  DATABASE_URL  without that: the same server, the database ${databaseOf(service)}
`;

/** The database of a service. */
export function databaseUrlOf(service, env = process.env) {
  const own = variableOf(service);
  if (env[own]) return checked(own, env[own]).href;
  if (!env.DATABASE_URL) throw new OperatorError(`${own} is missing, and so is DATABASE_URL.`);
  const url = checked('DATABASE_URL', env.DATABASE_URL);
  url.pathname = `/${databaseOf(service)}`;
  return url.href;
}

/** The environment as the service itself would read it, where DATABASE_URL is its own database. */
export function environmentOf(service, env = process.env) {
  return { ...env, DATABASE_URL: databaseUrlOf(service, env) };
}

function checked(variable, text) {
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol))
    throw new OperatorError(`${variable} is no address of a database such as postgres://user:password@host:5432/name.`);
  return new URL(text);
}

/** The services that were named, or all. */
export function servicesNamed(names) {
  const unknown = names.filter((name) => !services.includes(name));
  if (unknown.length > 0)
    throw new OperatorError(`There is no service ${unknown.join(', ')}. They are ${services.join(', ')}.`);
  return names.length > 0 ? names : [...services];
}

import { DomainError } from '@imprimatur/kernel';

/** Database gone or full, a statement or an idle transaction cut off for taking too long, serialization failure, deadlock, read-only. */
const SQL_STATES = /^(08...|53...|57P0[123]|57014|25P03|40001|40P01|55P03|25006)$/;
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What node-postgres and TypeORM say, without any code, of a connection that is gone. */
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Driver not Connected|Query runner already released|sorry, too many clients|Database connection provided by a query runner was already released)/;
const KAFKA =
  /^KafkaJS(ConnectionError|ConnectionClosedError|RequestTimeoutError|NumberOfRetriesExceeded|NoBrokerAvailableError|BrokerNotFound|GroupCoordinatorNotFound|LockTimeout|StaleTopicMetadataAssignment|Timeout)$/;
/** What a broker answers, now and then, while another sender takes over: "unexpected error", or a transaction that is not there any more. */
const STUMBLED = new Set<unknown>(['UNKNOWN', 'INVALID_TXN_STATE']);

/** Whether the same thing may succeed later unchanged: database or broker gone, serialization failure, deadlock, unavailable. */
export function isTransient(error: unknown): boolean {
  if (error instanceof DomainError) return error.kind === 'unavailable';
  // Not `instanceof Error`: Jest gives each suite its own, and errors of Node's core are of another.
  if (typeof error !== 'object' || error === null) return false;
  const {
    name = '',
    message = '',
    cause,
    code,
    type,
    retriable,
    driverError,
    errors,
  } = error as Partial<Error> & {
    code?: unknown;
    type?: unknown;
    retriable?: unknown;
    driverError?: unknown;
    errors?: unknown;
  };
  if (typeof code === 'string' && (NETWORK.has(code) || SQL_STATES.test(code))) return true;
  if (name.startsWith('KafkaJS') && (retriable === true || STUMBLED.has(type) || KAFKA.test(name))) return true;
  if (GONE.test(message)) return true;
  const inner = [driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some((each) => each !== error && isTransient(each));
}

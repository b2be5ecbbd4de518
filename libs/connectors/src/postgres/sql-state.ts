/** What a failed statement or connection says about itself; `code` is a SQLSTATE, or an error code of the operating system. */
export interface Failure {
  code: string;
  message: string;
  /** In characters from 1, of the statement as it was sent. */
  position: number | undefined;
}

/** Databases quote the values they refuse, however long. */
const MAX_MESSAGE = 500;

export function failureOf(error: unknown): Failure {
  const { code, message, position } = error as { code?: unknown; message?: unknown; position?: unknown };
  return {
    code: typeof code === 'string' ? code : '',
    message: (typeof message === 'string' ? message : String(error)).slice(0, MAX_MESSAGE),
    position: typeof position === 'string' ? Number(position) : undefined,
  };
}

const lostConnection = new Set(['57P01', '57P02', '57P03', '57P05', '53300']);
const wrongIdentity = new Set(['28P01', '28000']);
const systemErrors = /^(E[A-Z_]+|ERR_[A-Z_]+|[A-Z_]*CERT[A-Z_]*)$/;
const driverMessages =
  /timeout expired|read timeout|connection terminated|connection ended|not queryable|does not support SSL/i;

/** Whether the database could not be reached, went away, or takes no more connections. */
export function isConnectionLoss({ code, message }: Failure): boolean {
  if (lostConnection.has(code) || code.startsWith('08') || systemErrors.test(code)) return true;
  return code === '' && driverMessages.test(message);
}

/** Whether user or password were refused; the driver itself refuses to answer a challenge without a password. */
export function isRefusedIdentity({ code, message }: Failure): boolean {
  return wrongIdentity.has(code) || (code === '' && /SASL|password/i.test(message));
}

/** A row the database will not take, now or later: out of range, not of the type, against a constraint or a trigger's rule. */
export function isBadRow({ code }: Failure): boolean {
  return code.startsWith('22') || code.startsWith('23') || code === 'P0001' || code === '54000';
}

/** Serialization failure or deadlock: the same statement may pass the next time. */
export function isContention({ code }: Failure): boolean {
  return code === '40001' || code === '40P01';
}

export const CANCELED = '57014';
export const READ_ONLY = '25006';
export const NOT_PERMITTED = '42501';
export const LOCK_NOT_AVAILABLE = '55P03';
export const NO_SUCH_DATABASE = '3D000';
export const NO_SUCH_TABLE = '42P01';
export const NO_SUCH_COLUMN = '42703';

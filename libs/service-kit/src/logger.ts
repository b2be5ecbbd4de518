import type { LoggerService } from '@nestjs/common';
import { destination, pino } from 'pino';

type Write = (fieldsOrMessage: object | string, message?: string) => void;

/** Structured JSON logs. ERROR means that somebody must act. */
export abstract class Logger {
  abstract debug: Write;
  abstract info: Write;
  abstract warn: Write;
  abstract error: Write;
  abstract child(fields: Record<string, unknown>): Logger;
}

const secrets = [
  'password',
  'credentials',
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
];

interface LoggedError {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: LoggedError;
}

/** What is said of an error. Not the parameters or details of a failed statement: they are members' data. */
export function loggedError(error: unknown): LoggedError {
  if (!isErrorLike(error)) return { type: typeof error, message: String(error) };
  const { name, message, stack, code, constraint, cause } = error;
  return {
    type: name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && cause !== null && { cause: loggedError(cause) }),
  };
}

const isErrorLike = (error: unknown): error is Error & { code?: unknown; constraint?: unknown } =>
  typeof error === 'object' && error !== null && 'message' in error;

/** A logger that writes JSON lines to standard output, each with the service's name; secrets named as such are left out. */
export function createLogger(service: string, level: string): Logger {
  const options = {
    level,
    base: { service },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    serializers: { err: loggedError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination({ dest: 1, sync: true }));
}

/** Lets Nest speak through our logger; its chatter about starting up is for debugging only. */
export function nestLogger(logger: Logger): LoggerService {
  const fieldsOf = (rest: unknown[]): object => ({ context: rest.at(-1), ...(rest.length > 1 && { stack: rest[0] }) });
  return {
    log: (message: unknown, ...rest: unknown[]) => logger.debug(fieldsOf(rest), String(message)),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug(fieldsOf(rest), String(message)),
    verbose: (message: unknown, ...rest: unknown[]) => logger.debug(fieldsOf(rest), String(message)),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(fieldsOf(rest), String(message)),
    error: (message: unknown, ...rest: unknown[]) => logger.error(fieldsOf(rest), String(message)),
    fatal: (message: unknown, ...rest: unknown[]) => logger.error(fieldsOf(rest), String(message)),
  };
}

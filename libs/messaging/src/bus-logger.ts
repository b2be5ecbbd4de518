type Log = (context: object, message: string) => void;

/** What the bus writes to; pino's logger is one. */
export interface BusLogger {
  debug: Log;
  info: Log;
  warn: Log;
  error: Log;
}

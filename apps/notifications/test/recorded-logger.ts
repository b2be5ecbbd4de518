import type { Logger } from '@imprimatur/service-kit';

type Fields = Record<string, unknown>;

/** Keeps what is logged. */
export class RecordedLogger implements Logger {
  readonly lines: { level: string; message: string; fields: Fields }[] = [];

  debug = this.writing('debug');
  info = this.writing('info');
  warn = this.writing('warn');
  error = this.writing('error');

  child(): Logger {
    return this;
  }

  private writing(level: string): Logger['info'] {
    return (fields, message) => {
      if (typeof fields === 'string') this.lines.push({ level, message: fields, fields: {} });
      else this.lines.push({ level, message: message ?? '', fields: fields as Fields });
    };
  }
}

import type { z } from 'zod';
import { ConfigError } from './config-error.ts';

/**
 * Reads a service's configuration out of its environment, once, at start. Empty variables count as missing, as compose and Helm write them.
 * Throws {@link ConfigError} naming every bad variable.
 */
export function parseEnv<Schema extends z.ZodType>(
  schema: Schema,
  env: Record<string, string | undefined>,
): z.output<Schema> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const isMissing = ({ code, path }: z.core.$ZodIssue): boolean =>
    code !== 'custom' && present[String(path[0])] === undefined;
  throw new ConfigError(
    result.error.issues.map((issue) => ({
      variable: String(issue.path[0] ?? '(environment)'),
      message: isMissing(issue) ? 'is missing' : withoutValue(issue.message),
    })),
  );
}

const withoutValue = (message: string): string => message.replace(/, received .*$/, '');

import { PostgresSettings } from '@imprimatur/contracts';
import { strings } from '../../strings/en.ts';
import type { Connection } from './connections-query.ts';

/** Where a connection leads, for who may see it. */
export function whereTo(settings: Connection['settings']): string {
  const read = PostgresSettings.safeParse(settings);
  if (!read.success) return strings.connections.hidden;
  const { host, port, database } = read.data;
  return `${database} at ${host}:${port}`;
}

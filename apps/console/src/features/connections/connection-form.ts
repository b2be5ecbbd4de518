import { PostgresSettings, type CreateConnectionBody } from '@imprimatur/contracts';
import type { z } from 'zod';
import type { Connection } from './connections-query.ts';
import type { ConnectionChange } from './use-connection-commands.ts';

export type ConnectionFields = z.input<typeof CreateConnectionBody>;

export const emptyConnection: ConnectionFields = {
  type: 'postgres',
  name: '',
  settings: { host: '', port: 5432, database: '', user: '', ssl: 'require' },
  credentials: { password: '' },
};

/** What is saved, as the form has it; credentials never leave the server. */
export function fieldsOf({ type, name, settings }: Connection): ConnectionFields {
  const read = PostgresSettings.safeParse(settings);
  return { type, name, settings: read.success ? read.data : emptyConnection.settings, credentials: { password: '' } };
}

export const hasNewSettings = (saved: Connection, { settings }: ConnectionFields): boolean =>
  JSON.stringify(PostgresSettings.safeParse(settings).data) !== JSON.stringify(fieldsOf(saved).settings);

/** What of the form is sent: what is left as it is stays away, and so does a password nobody typed. */
export function changeOf(
  saved: Connection,
  fields: ConnectionFields,
): { [Field in keyof ConnectionChange]?: NonNullable<ConnectionChange[Field]> } {
  return {
    ...(fields.name !== saved.name && { name: fields.name }),
    ...(hasNewSettings(saved, fields) && { settings: PostgresSettings.parse(fields.settings) }),
    ...(fields.credentials.password !== '' && { credentials: fields.credentials }),
  };
}

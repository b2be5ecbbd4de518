import { z } from 'zod';
import { Name } from '../primitives.ts';

/** How to reach a Postgres database; nothing secret. `require` encrypts, `verify-full` also checks who answers. */
export const PostgresSettings = z
  .object({
    host: z.string().trim().min(1).max(253),
    port: z.int().min(1).max(65_535).default(5432),
    database: z.string().min(1).max(63),
    user: z.string().min(1).max(63),
    ssl: z.enum(['disable', 'require', 'verify-full']).default('require'),
  })
  .meta({ id: 'PostgresSettings' });
export type PostgresSettings = z.output<typeof PostgresSettings>;

/** The secret half; write-only in the API and sealed wherever it is kept. */
export const PostgresCredentials = z.object({ password: z.string().max(1_000) }).meta({ id: 'PostgresCredentials' });
export type PostgresCredentials = z.output<typeof PostgresCredentials>;

export const CreateConnectionBody = z.strictObject({
  type: z.enum(['postgres']),
  name: Name,
  settings: PostgresSettings,
  credentials: PostgresCredentials.meta({ writeOnly: true }),
});

export const ChangeConnectionBody = z.strictObject({
  name: Name.optional(),
  settings: PostgresSettings.optional(),
  credentials: PostgresCredentials.optional().meta({ writeOnly: true }),
});

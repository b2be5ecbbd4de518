import { ColumnType, Id, JsonValue, Revision } from '@imprimatur/contracts';
import { z } from 'zod';

export const PreviewBody = z.strictObject({ query: z.string().trim().min(1).max(100_000) });

export const ModelPreviewBody = z.union([
  z.strictObject({ revision: Revision.meta({ description: 'of the draft that is in review' }) }),
  z.strictObject({
    what: z.enum(['draft', 'published']),
    revision: Revision.optional().meta({ description: 'of the draft, when it must be that one' }),
  }),
]);

export const Created = z.object({ id: Id, version: z.int() }).meta({ id: 'ConnectionCreated' });
export const Changed = z.object({ version: z.int() }).meta({ id: 'ConnectionChanged' });

export const ConnectionTest = z
  .object({ ok: z.boolean(), code: z.string().nullable(), message: z.string().nullable(), elapsedMs: z.number() })
  .meta({ id: 'ConnectionTest' });

export const PreviewRows = z
  .object({
    columns: z.array(z.object({ name: z.string(), type: ColumnType })),
    rows: z.array(z.array(JsonValue)),
    truncated: z.boolean(),
    elapsedMs: z.number(),
  })
  .meta({ id: 'PreviewRows' });

export const TablesQuery = z.strictObject({
  search: z.string().max(127).default('').meta({ description: 'part of the name' }),
});

const DestinationTable = z
  .object({
    object: z.string().meta({ description: 'what a sync calls it: `table`, or `schema.table`' }),
    columns: z.array(
      z.object({
        name: z.string(),
        type: ColumnType,
        databaseType: z.string().meta({ description: 'as the database writes it' }),
        required: z.boolean().meta({ description: 'a row cannot be added without a value for it' }),
      }),
    ),
    uniqueKeys: z.array(z.array(z.string())).meta({
      description:
        'the columns by which rows can be told apart, the primary key first: the keys of a sync are one of these',
    }),
  })
  .meta({ id: 'DestinationTable' });

export const DestinationTables = z
  .object({ tables: z.array(DestinationTable), truncated: z.boolean() })
  .meta({ id: 'DestinationTables' });

const SourceTable = z
  .object({
    name: z.string().meta({ description: 'as a query writes it: with its schema and in quotes where it needs them' }),
    columns: z.array(
      z.object({
        name: z.string().meta({ description: 'as a query writes it' }),
        type: ColumnType,
        databaseType: z.string().meta({ description: 'as the database writes it' }),
      }),
    ),
  })
  .meta({ id: 'SourceTable' });

export const SourceTables = z
  .object({ tables: z.array(SourceTable), truncated: z.boolean() })
  .meta({ id: 'SourceTables' });

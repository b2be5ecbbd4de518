import { ColumnType, Id, JsonValue, Revision } from '@imprimatur/contracts';
import { z } from 'zod';

export const PreviewBody = z.strictObject({
  query: z.string().trim().min(1).max(100_000),
});

export const ModelPreviewBody = z.union([
  z.strictObject({
    revision: Revision.meta({ description: 'of the draft that is in review' }),
  }),
  z.strictObject({
    what: z.enum(['draft', 'published']),
    revision: Revision.optional().meta({
      description: 'of the draft, when it must be that one',
    }),
  }),
]);

export const Created = z.object({ id: Id, version: z.int() }).meta({ id: 'ConnectionCreated' });
export const Changed = z.object({ version: z.int() }).meta({ id: 'ConnectionChanged' });

export const ConnectionTest = z
  .object({
    ok: z.boolean(),
    code: z.string().nullable(),
    message: z.string().nullable(),
    elapsedMs: z.number(),
  })
  .meta({ id: 'ConnectionTest' });

export const PreviewRows = z
  .object({
    columns: z.array(z.object({ name: z.string(), type: ColumnType })),
    rows: z.array(z.array(JsonValue)),
    truncated: z.boolean(),
    elapsedMs: z.number(),
  })
  .meta({ id: 'PreviewRows' });

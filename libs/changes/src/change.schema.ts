import { Instant, JsonValue } from '@imprimatur/contracts';
import { z } from 'zod';

const Before = z.string().nullable().meta({ description: 'null for what was added' });
const After = z.string().nullable().meta({ description: 'null for what was removed' });

const Hunk = z
  .object({
    oldStart: z.int(),
    oldLines: z.int(),
    newStart: z.int(),
    newLines: z.int(),
    lines: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  })
  .meta({ id: 'Hunk', description: 'lines that changed, with unchanged ones around them; counted from 1' });

/** `Change` as APIs document it. */
export const ChangeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('query'), hunks: z.array(Hunk), added: z.int(), removed: z.int() }),
    z.object({
      kind: z.literal('field'),
      path: z.string().meta({ description: 'a JSON pointer into the content' }),
      label: z.string(),
      before: JsonValue.nullable(),
      after: JsonValue.nullable(),
      beforeName: z.string().optional().meta({ description: 'what people call it, where the value is an id' }),
      afterName: z.string().optional(),
    }),
    z.object({ kind: z.literal('column'), name: z.string(), before: Before, after: After }),
    z.object({ kind: z.literal('mapping'), field: z.string(), before: Before, after: After }),
    z.object({
      kind: z.literal('schedule'),
      before: Before,
      after: z.string(),
      nextRuns: z.array(Instant).meta({ description: 'the next five of the new schedule' }),
      timeZone: z.string().optional(),
      localRuns: z.array(z.string()).optional().meta({ description: 'the same in that time zone, for people to read' }),
    }),
  ])
  .meta({ id: 'Change' });

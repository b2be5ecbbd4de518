import { z } from 'zod';
import { Id, JsonValue } from '../primitives.ts';
import { Schedule } from './schedule.ts';

const Identifier = z.string().min(1).max(63);

export const ColumnType = z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'uuid', 'json']);
export type ColumnType = z.output<typeof ColumnType>;

/** A column of the model's rows; `type` is what the preview found or what a member put in its place. */
export const ModelColumn = z.object({ name: Identifier, type: ColumnType }).meta({ id: 'ModelColumn' });
export type ModelColumn = z.output<typeof ModelColumn>;

const uniqueBy =
  (key: string) =>
  (items: Record<string, unknown>[]): boolean =>
    new Set(items.map((item) => item[key])).size === items.length;

/** The gated fields of a model. */
export const ModelContent = z
  .object({
    query: z.string().trim().min(1).max(100_000).meta({ description: 'one SELECT on the source' }),
    configuration: z.object({
      primaryKey: Identifier.meta({ description: 'the column that identifies a row' }),
      options: z.record(z.string().max(100), JsonValue).optional(),
    }),
    columns: z.array(ModelColumn).min(1).max(1_000).refine(uniqueBy('name'), 'names a column twice'),
  })
  .refine(({ configuration, columns }) => columns.some(({ name }) => name === configuration.primaryKey), {
    path: ['configuration', 'primaryKey'],
    message: 'is not one of the columns',
  })
  .meta({ id: 'ModelContent' });
export type ModelContent = z.output<typeof ModelContent>;

export const SyncMapping = z.object({ column: Identifier, field: Identifier }).meta({ id: 'SyncMapping' });
export type SyncMapping = z.output<typeof SyncMapping>;

export const SyncConfiguration = z
  .object({
    modelId: Id,
    destinationId: Id,
    mode: z.enum(['upsert']),
    object: z
      .string()
      .regex(/^[^."\s]{1,63}(\.[^."\s]{1,63})?$/, 'must be a table, or schema.table')
      .meta({ description: 'the table at the destination that rows are written to' }),
    mapping: z.array(SyncMapping).min(1).max(1_000).refine(uniqueBy('field'), 'writes a field twice'),
    keys: z.array(Identifier).min(1).max(16).meta({ description: 'destination fields that identify a row' }),
    options: z.record(z.string().max(100), JsonValue).optional(),
  })
  .refine(({ keys, mapping }) => keys.every((key) => mapping.some(({ field }) => field === key)), {
    path: ['keys'],
    message: 'names a field that is not mapped',
  })
  .meta({ id: 'SyncConfiguration' });
export type SyncConfiguration = z.output<typeof SyncConfiguration>;

/** The gated fields of a sync. */
export const SyncContent = z
  .object({ configuration: SyncConfiguration, schedule: Schedule })
  .meta({ id: 'SyncContent' });
export type SyncContent = z.output<typeof SyncContent>;

export type GatedKind = 'model' | 'sync';
export type Content = ModelContent | SyncContent;

import { JsonValue, Revision, Version } from '@imprimatur/contracts';
import { z } from 'zod';
import { saving } from '../save.dto.ts';

const path = z.string().min(1).max(1_000).meta({ description: 'a field, as a conflict names it' });

const Resolution = z
  .union([
    z.strictObject({ path, take: z.enum(['published', 'mine']) }),
    z.strictObject({ path, value: JsonValue.nullable().meta({ description: 'null leaves the field out' }) }),
  ])
  .meta({ id: 'Resolution' });

export const RebaseBody = z.strictObject({
  basedOn: z.strictObject({ revision: Revision }).meta({ description: 'the draft that was seen' }),
  onto: z.strictObject({ version: Version }).meta({ description: 'the published version that was seen' }),
  resolutions: z
    .array(Resolution)
    .max(2_000)
    .refine((all) => new Set(all.map((each) => each.path)).size === all.length, 'names a field twice')
    .default([]),
});

export const RestoreBody = saving({ version: Version.meta({ description: 'the one to restore' }) });

const compared = z.union([z.literal('draft'), z.coerce.number().int().min(1).max(2_147_483_647)]);

export const CompareQuery = z.strictObject({ from: compared, to: compared });

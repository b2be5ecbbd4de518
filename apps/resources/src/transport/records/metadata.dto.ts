import { Comment, Name } from '@imprimatur/contracts';
import { z } from 'zod';

export const Description = Comment.meta({ description: 'for people to read; at most 4,000 characters' });
export const Labels = z
  .array(Name.max(50))
  .max(20)
  .refine((labels) => new Set(labels).size === labels.length, 'names one twice');

export const MetadataBody = z
  .strictObject({ name: Name.optional(), description: Description.nullish(), labels: Labels.optional() })
  .meta({ description: 'absent: as it is; a description of null: none' });

export const MetadataEdited = z.object({ metadataVersion: z.int() }).meta({ id: 'MetadataEdited' });

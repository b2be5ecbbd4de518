import { z } from 'zod';
import { Comment, Name } from '../primitives.ts';

export const Description = Comment.meta({ description: 'for people to read; at most 4,000 characters' });
export const Labels = z
  .array(Name.max(50))
  .max(20)
  .refine((labels) => new Set(labels).size === labels.length, 'names one twice');

/** Name, description and labels: what is changed at once and without approval. */
export const MetadataBody = z
  .strictObject({ name: Name.optional(), description: Description.nullish(), labels: Labels.optional() })
  .meta({ description: 'absent: as it is; a description of null: none' });

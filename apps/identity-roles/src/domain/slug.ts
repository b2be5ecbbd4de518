import { z } from 'zod';

/** What a workspace is called in addresses and on sign-in: `acme`, `acme-emea`. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')
  .min(2)
  .max(40);

import { z } from 'zod';

/** A mail address as accounts are known by: two spellings that differ in case only are one account. */
export const Email = z.email().max(254).toLowerCase();

import { z } from 'zod';

/** Length is what makes a password strong (NIST SP 800-63B); the cap keeps hashing it cheap. No rules on its letters. */
export const Password = z.string().min(10).max(256);

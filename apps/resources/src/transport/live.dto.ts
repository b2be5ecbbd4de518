import { Id, Version } from '@imprimatur/contracts';
import { z } from 'zod';

/** The answers to saves of what is live at once: audiences and journeys. */
export const LiveCreated = z.object({ id: Id, version: Version }).meta({ id: 'LiveCreated' });
export const LiveChanged = z.object({ version: Version }).meta({ id: 'LiveChanged' });

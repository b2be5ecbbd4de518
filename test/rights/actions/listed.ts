import type { Answer } from '../client.ts';

/** What comes first in a list by name. */
export const FIRST = '0 before all others';

/** Whether the beginning of a list holds the thing. For things that come first in it, being the newest or called {@link FIRST}. */
export const isListed = ({ body }: Answer, { id }: { id: string }): string =>
  (body as { items: { id: string }[] }).items.some((item) => item.id === id) ? 'seen' : 'hidden';

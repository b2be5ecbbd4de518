import createClient from 'openapi-fetch';
import { untilNotHeld } from './deleting/held-requests.ts';
import type { paths } from './schema.d.ts';
import { fetchInSession } from './session-renewal.ts';

export { answerOf } from './answer-of.ts';

/** The API, typed from its own description. Tokens travel in cookies that no script can read. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: async (request) => {
    await untilNotHeld(request);
    return await fetchInSession(request);
  },
});

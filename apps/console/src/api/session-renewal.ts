type Listener = () => void;

const SESSION = '/api/v1/session';
const listeners = new Set<Listener>();
let renewing: Promise<boolean> | null = null;

/** Is told when the session has ended and could not be renewed. */
export function onSessionEnded(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * `fetch`, but where the access token has expired it is renewed once, and the request made again. Several requests that find it expired
 * wait for the same renewal: a refresh token is good once.
 */
export async function fetchInSession(request: Request): Promise<Response> {
  if (isAboutSigningIn(request)) return await fetch(request);
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401) return response;
  renewing ??= oneTabAtATime(renew).finally(() => (renewing = null));
  if (await renewing) return await fetch(again);
  for (const listener of listeners) listener();
  return response;
}

/** Tabs share their cookies, so whoever comes second renews with what the first one was given. */
const oneTabAtATime = (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('imprimatur.renew-session', work) : work();

async function renew(): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const { ok } = await fetch(`${SESSION}/refresh`, { method: 'POST', headers, body: '{}' });
  return ok;
}

function isAboutSigningIn({ method, url }: Request): boolean {
  const { pathname } = new URL(url);
  return pathname === SESSION ? method !== 'GET' : pathname.startsWith(`${SESSION}/`);
}

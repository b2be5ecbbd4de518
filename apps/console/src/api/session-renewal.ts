type Listener = () => void;
/** Or why nobody can tell whether the session goes on. */
type Renewal = 'renewed' | 'ended' | Response;

const SESSION = '/api/v1/session';
const listeners = new Set<Listener>();
let renewing: Promise<Renewal> | null = null;

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
  const renewal = await renewing;
  if (renewal === 'renewed') return await fetch(again);
  if (renewal !== 'ended') return renewal.clone();
  for (const listener of listeners) listener();
  return response;
}

/** Tabs share their cookies, so whoever comes second renews with what the first one was given. */
const oneTabAtATime = (work: () => Promise<Renewal>): Promise<Renewal> =>
  'locks' in navigator ? navigator.locks.request('imprimatur.renew-session', work) : work();

async function renew(): Promise<Renewal> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${SESSION}/refresh`, { method: 'POST', headers, body: '{}' });
  if (response.ok) return 'renewed';
  return response.status === 401 ? 'ended' : response;
}

function isAboutSigningIn({ method, url }: Request): boolean {
  const { pathname } = new URL(url);
  return pathname === SESSION ? method !== 'GET' : pathname.startsWith(`${SESSION}/`);
}

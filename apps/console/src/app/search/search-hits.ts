import { api, answerOf } from '../../api/client.ts';
import { strings } from '../../strings/en.ts';
import { isolated } from '../../strings/isolated.ts';
import { parts } from '../parts.ts';
import type { Hit, HitGroup } from './hit.ts';

const { search } = strings.shell;
const MOST = 5;

interface Named {
  id: string;
  name: string;
}
type Listed = Promise<{ items: Named[] }>;
type Asked = { signal: AbortSignal; params: { query: { q: string; limit: number } } };

const collections: { path: string; list: (asked: Asked) => Listed; at: (id: string) => string }[] = [
  { path: '/models', list: (asked) => answerOf(api.GET('/api/v1/models', asked)), at: (id) => `/models/${id}` },
  { path: '/syncs', list: (asked) => answerOf(api.GET('/api/v1/syncs', asked)), at: (id) => `/syncs/${id}` },
  { path: '/sources', list: (asked) => answerOf(api.GET('/api/v1/sources', asked)), at: (id) => `/sources/${id}` },
  {
    path: '/destinations',
    list: (asked) => answerOf(api.GET('/api/v1/destinations', asked)),
    at: (id) => `/destinations/${id}`,
  },
  {
    path: '/audiences',
    list: (asked) => answerOf(api.GET('/api/v1/audiences', asked)),
    at: (id) => `/audiences/${id}`,
  },
  { path: '/journeys', list: (asked) => answerOf(api.GET('/api/v1/journeys', asked)), at: (id) => `/journeys/${id}` },
];

/** What the API finds under these words, by what it is: requests first, open and closed. */
export async function searchHits(q: string, signal: AbortSignal): Promise<HitGroup[]> {
  const asked = { signal, params: { query: { q, limit: MOST } } };
  const [requests, ...resources] = await Promise.all([
    requestHits(q, signal),
    ...collections.map(async ({ path, list, at }): Promise<HitGroup> => {
      const { items } = await list(asked);
      const { label, icon } = parts.find((part) => part.path === path)!;
      return { label, hits: items.map(({ id, name }) => ({ key: id, label: name, icon, to: at(id) })) };
    }),
  ]);
  return [requests, ...resources].filter(({ hits }) => hits.length > 0);
}

async function requestHits(q: string, signal: AbortSignal): Promise<HitGroup> {
  const inTab = (tab: 'open' | 'closed') =>
    answerOf(api.GET('/api/v1/approval-requests', { signal, params: { query: { tab, q, limit: MOST } } }));
  const [open, closed] = await Promise.all([inTab('open'), inTab('closed')]);
  const [{ icon }] = parts;
  const hits = [...open.items, ...closed.items].slice(0, MOST).map(({ id, number, items }): Hit => {
    const names = items.flatMap((item) => (item.visible ? [item.name] : []));
    return {
      key: id,
      label: search.request(number, names.map(isolated).join(', ') || search.hidden),
      icon,
      to: `/approvals/${id}`,
    };
  });
  return { label: search.requests, hits };
}

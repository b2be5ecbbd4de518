import type { FeedEvent } from './news.ts';

type Collection = FeedEvent['type'] | 'schedules';

/** Whose view changes with whom. */
export interface Viewer {
  memberId: string;
  roleId: string | undefined;
}

/** What is shown of others that depends on it: names, holds, who may decide. Their services may hear of it a moment later. */
const dependents: Record<FeedEvent['type'], Collection[]> = {
  workspace: [],
  members: ['approval-requests'],
  roles: ['members', 'approval-requests'],
  'service-accounts': [],
  sources: ['models', 'syncs', 'approval-requests'],
  destinations: ['syncs', 'approval-requests'],
  models: ['syncs', 'schedules', 'approval-requests', 'audiences'],
  syncs: ['models', 'schedules', 'approval-requests', 'runs'],
  audiences: ['journeys'],
  journeys: [],
  'approval-requests': ['models', 'syncs'],
  runs: ['schedules', 'syncs'],
};

export type Outdated = 'everything' | { isNow: (key: readonly unknown[]) => boolean; isSoon: IsSoon };
type IsSoon = (key: readonly unknown[]) => boolean;

/** Which queries these events leave behind, by their keys. Where somebody's own rights change, or a setting, that is all of them. */
export function outdatedBy(events: readonly FeedEvent[], viewer: Viewer): Outdated {
  if (events.some((event) => changesEverything(event, viewer))) return 'everything';
  const later = new Set<unknown>(events.flatMap(({ type }) => dependents[type]));
  return {
    isNow: (key) => events.some((event) => isAbout(key, event)),
    isSoon: (key) => later.has(key[0]),
  };
}

const changesEverything = ({ type, id }: FeedEvent, { memberId, roleId }: Viewer): boolean =>
  type === 'workspace' || (type === 'members' && id === memberId) || (type === 'roles' && id === roleId);

/** The detail of another one stays as it is. */
const isAbout = ([collection, what, of]: readonly unknown[], { type, id }: FeedEvent): boolean =>
  collection === type && (what !== 'detail' || of === id);

import type { Occasion } from './announcement.ts';

/** What a member can have mailed or not, each by itself. Mails about one's own account are in no class: nobody can turn them off. */
export const eventClasses = ['reviewRequested', 'decided', 'staleDrafts', 'comments', 'unattended'] as const;
export type EventClass = (typeof eventClasses)[number];

/** Whether mails of a class are wanted. */
export type Preferences = Record<EventClass, boolean>;

export const classOf: Record<Occasion, EventClass> = {
  submitted: 'reviewRequested',
  'reviewer-added': 'reviewRequested',
  published: 'decided',
  'publish-failed': 'decided',
  withdrawn: 'decided',
  'draft-deleted': 'decided',
  'draft-stale': 'staleDrafts',
  commented: 'comments',
  unattended: 'unattended',
};

/** How people read it after "mails about". */
export const classNames: Record<EventClass, string> = {
  reviewRequested: 'requests to review',
  decided: 'decisions on requests',
  staleDrafts: 'drafts that are out of date',
  comments: 'comments on requests',
  unattended: 'requests without a reviewer',
};

/** Everything is mailed unless its class was turned off. */
export const preferencesFrom = (muted: readonly EventClass[]): Preferences =>
  Object.fromEntries(eventClasses.map((eventClass) => [eventClass, !muted.includes(eventClass)])) as Preferences;

export const mutedBy = (preferences: Preferences): EventClass[] =>
  eventClasses.filter((eventClass) => !preferences[eventClass]);

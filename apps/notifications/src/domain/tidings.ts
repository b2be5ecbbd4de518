import { assertNever } from '@imprimatur/kernel';
import type { Announcement } from './announcement.ts';

/** The news of a mail: what its reader knows after the first two lines, and the name of the button. */
export interface Tidings {
  headline: string;
  lead: string;
  actionLabel: string;
}

export interface TidingsContext {
  by: string | null;
  what: string;
  approvers: string[];
  reviewers: string[];
  several: boolean;
  /** Whether all of it is in one request. */
  inReview: boolean;
}

const names = new Intl.ListFormat('en', { type: 'conjunction' });

const WAY_OUT = 'Rebase before submitting or publishing.';
const WAY_OUT_OF_REVIEW = 'The request has to be withdrawn, rebased and submitted again.';

export function tidings({ occasion, how }: Announcement, context: TidingsContext): Tidings {
  const { what, approvers, reviewers, several, inReview } = context;
  const by = context.by ?? 'Somebody';
  const drafts = several ? 'The drafts' : 'The draft';
  switch (occasion) {
    case 'submitted':
      return {
        headline: `${by} asks you to review ${what}`,
        lead: 'Nothing goes live before it is approved.',
        actionLabel: 'Review request',
      };
    case 'reviewer-added':
      return {
        headline: `${by} asks you to join the review of ${what}`,
        lead: 'Nothing goes live before it is approved.',
        actionLabel: 'Review request',
      };
    case 'unattended':
      return {
        headline: `No reviewer is left for ${what}`,
        lead: `${names.format(reviewers)} can no longer approve it. Choose somebody else, or it will wait.`,
        actionLabel: 'Choose reviewers',
      };
    case 'published':
      return {
        headline: `${what} ${several ? 'are' : 'is'} live`,
        lead:
          how === 'direct' ? `Published directly by ${by}.` : `Approved by ${names.format(approvers)} and published.`,
        actionLabel: 'Open request',
      };
    case 'publish-failed':
      return {
        headline: `${what} could not be published`,
        lead: 'The request was approved, but nothing of it went live. Retry it, withdraw it, or delete its drafts.',
        actionLabel: 'See what to do',
      };
    case 'withdrawn':
      return {
        headline: `${by} withdrew the request for ${what}`,
        lead: `${drafts} ${several ? 'are' : 'is'} kept and can be edited and submitted again.`,
        actionLabel: 'Open request',
      };
    case 'draft-deleted':
      return {
        headline: `${by} declined the request for ${what}`,
        lead: `${drafts} ${several ? 'were' : 'was'} deleted. What was published before is untouched.`,
        actionLabel: 'Open request',
      };
    case 'commented':
      return { headline: `${by} commented on ${what}`, lead: 'The request is unchanged.', actionLabel: 'Open request' };
    case 'draft-stale':
      return {
        headline: `${drafts} of ${what} ${several ? 'are' : 'is'} out of date`,
        lead: `${by} published ${several ? 'newer versions' : 'a newer version'}. ${inReview ? WAY_OUT_OF_REVIEW : WAY_OUT}`,
        actionLabel: inReview ? 'Open request' : 'Open draft',
      };
    default:
      return assertNever(occasion);
  }
}

import type { SaveOptions } from '../../api/resource-queries.ts';

export type SaveAction = SaveOptions['actions'][number];

/** How somebody wants a change saved. */
export interface SaveChoice {
  action: SaveAction;
  reviewers: string[];
  comment: string;
  /** Submits the draft of the model along with that of its sync. */
  includeModel: boolean;
}

/** What the commands of the API want to know of a choice. */
export const bodyOfChoice = ({ action, reviewers, comment }: SaveChoice) => ({
  action,
  ...(action === 'submit' && { reviewers }),
  ...(action === 'submit' && comment.trim() !== '' && { comment: comment.trim() }),
});

/** The least drastic way that gets the change live is what most people want. */
export const preselected = (actions: readonly SaveAction[]): SaveAction | null =>
  actions.includes('submit') ? 'submit' : (actions[0] ?? null);

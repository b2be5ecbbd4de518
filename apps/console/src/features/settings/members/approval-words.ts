import type { Member } from '../../../api/members-query.ts';
import { strings } from '../../../strings/en.ts';

const { mustRequestApproval: words } = strings.people.members;

/** Where a member can only draft, in words: `Yes`, `No`, or for what. */
export function approvalWords({ models, syncs }: Member['mustRequestApproval']): string {
  if (models === syncs) return words[models];
  const parts = [
    ...(models === 'none' ? [] : [words.models[models]]),
    ...(syncs === 'none' ? [] : [words.syncs[syncs]]),
  ];
  return parts.join(', ');
}

import { strings } from '../../strings/en.ts';
import type { VersionListItem } from './versions-query.ts';

const { history } = strings.drafts;

/** Who published a version: for one that was approved, who asked. */
export const publisherOf = ({ how, request, publishedBy, savedBy }: VersionListItem): string =>
  how === 'request' ? (request?.submittedBy ?? savedBy) : (publishedBy[0] ?? savedBy);

/** How it came to be live, in words that follow who and when. */
export function howOf({ how, approvers, restoredFrom }: VersionListItem, namesOf: (ids: string[]) => string): string[] {
  return [
    ...(how === 'direct' ? [history.directly] : approvers.length > 0 ? [history.approvedBy(namesOf(approvers))] : []),
    ...(restoredFrom === null ? [] : [history.restores(restoredFrom)]),
  ];
}

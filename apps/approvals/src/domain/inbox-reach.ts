import type { JudgedItem } from '@imprimatur/abilities';
import type { GatedKind } from '@imprimatur/contracts';
import { maySee, whyNotVoter, type Person, type SelfApproval } from './eligibility.ts';
import type { Footprint } from './footprint.ts';

/** What a list of requests is narrowed to. One item has to satisfy all of it. */
export interface ItemFilter {
  kind?: GatedKind | undefined;
  sourceId?: string | undefined;
  destinationId?: string | undefined;
}

/** Which requests a member is listed, by footprint. */
export interface InboxReach {
  /** With an item that the member may view and that satisfies the filter. */
  listed: string[];
  /** Those of them that the member may approve when the work is somebody else's, and when it is their own. */
  others: string[];
  own: string[];
}

/** Whether an item is one that the member may view and that satisfies the filter: nobody finds out by filtering what they may not view. */
export function isFound(item: JudgedItem, person: Person, filter: ItemFilter): boolean {
  const { kind, sourceId, destinationId } = filter;
  const isThere = ({ ends }: JudgedItem): boolean =>
    ends.some(
      (end) =>
        (sourceId === undefined || end.sourceId === sourceId) &&
        (destinationId === undefined || end.destinationId === destinationId),
    );
  return (kind === undefined || item.kind === kind) && isThere(item) && maySee(item, person);
}

export function inboxReach(
  footprints: readonly Footprint[],
  person: Person,
  selfApproval: SelfApproval,
  filter: ItemFilter,
): InboxReach {
  const listed = footprints.filter(({ items }) => items.some((item) => isFound(item, person, filter)));
  const approvable = (isOwn: boolean): string[] =>
    listed.filter((footprint) => mayApprove(footprint, isOwn, person, selfApproval)).map(({ id }) => id);
  return { listed: listed.map(({ id }) => id), others: approvable(false), own: approvable(true) };
}

function mayApprove({ items }: Footprint, isOwn: boolean, person: Person, selfApproval: SelfApproval): boolean {
  const work = {
    submittedBy: isOwn ? person.memberId : '',
    items: items.map((item) => ({ ...item, contributors: [] })),
  };
  return whyNotVoter(work, person, selfApproval) === null;
}

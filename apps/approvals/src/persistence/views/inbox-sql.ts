import type { SearchedText } from '../../domain/fold-text.ts';
import type { InboxReach } from '../../domain/inbox-reach.ts';
import { closedStatuses, openStatuses, type RequestStatus } from '../../domain/request-status.ts';
import type { RequestTab } from './request-summary.schema.ts';
import type { SqlParameters } from './sql-parameters.ts';

const among = (statuses: readonly RequestStatus[]): string =>
  `r.status in (${statuses.map((status) => `'${status}'`).join(', ')})`;

/** SQL that is true for the requests `r` under a tab of a member's inbox, of those that they may view. */
export function inTab(tab: RequestTab, memberId: string, reach: InboxReach, parameters: SqlParameters): string {
  switch (tab) {
    case 'to-review': {
      const me = parameters.of(memberId, 'uuid');
      return `r.status = 'pending' and ${isOneOf(reach.others, parameters)}
        and (${isOneOf(reach.own, parameters)}
             or r.submitted_by <> ${me} and ${me} <> all(r.contributors))
        and not exists (select from vote v
                         where v.workspace_id = r.workspace_id and v.member_id = ${me} and v.request_id = r.id)`;
    }
    case 'mine':
      return `r.submitted_by = ${parameters.of(memberId, 'uuid')}`;
    case 'open':
      return among(openStatuses);
    case 'closed':
      return among(closedStatuses);
  }
}

export const isVisible = ({ listed }: InboxReach, parameters: SqlParameters): string => isOneOf(listed, parameters);

/** Of so many the planner would estimate each by itself, which takes longer than the query; the odd form has it look them up in a hash. */
const MANY = 100;

function isOneOf(footprintIds: string[], parameters: SqlParameters): string {
  const ids = parameters.of(footprintIds, 'uuid[]');
  return footprintIds.length < MANY
    ? `r.footprint_id = any(${ids})`
    : `(r.footprint_id in (select unnest(${ids})) or false)`;
}

/**
 * True for the requests in a range of numbers of which a text holds the searched one; also by the name of an item that the member may
 * not view: see to that. The texts are read once, in one go.
 */
export function holdsText(
  { folded, number }: SearchedText,
  { workspaceId, from, before }: { workspaceId: string; from: number; before: number },
  parameters: SqlParameters,
): string {
  const known = number === null ? 'false' : `r.number = ${parameters.of(number, 'integer')}`;
  return `(r.number in (select t.number from request_text t
                         where t.workspace_id = ${parameters.of(workspaceId, 'uuid')}
                           and t.number >= ${parameters.of(from, 'integer')} and t.number < ${parameters.of(before, 'integer')}
                           and strpos(t.folded, ${parameters.of(folded, 'text')}) > 0)
           or ${known})`;
}

/** True for the requests of which a comment holds the searched text. */
export const holdsInComment = ({ folded }: SearchedText, parameters: SqlParameters): string =>
  `exists (select from request_text t
            where t.workspace_id = r.workspace_id and t.number = r.number and t.kind = 'comment'
              and strpos(t.folded, ${parameters.of(folded, 'text')}) > 0)`;

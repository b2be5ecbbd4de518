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
      return `r.status = 'pending' and r.footprint_id = any(${parameters.of(reach.others, 'uuid[]')})
        and (r.footprint_id = any(${parameters.of(reach.own, 'uuid[]')})
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

export const isVisible = ({ listed }: InboxReach, parameters: SqlParameters): string =>
  `r.footprint_id = any(${parameters.of(listed, 'uuid[]')})`;

/** True for requests of which a text holds the searched one; also by the name of an item that the member may not view: see to that. */
export function holdsText({ folded, number }: SearchedText, parameters: SqlParameters): string {
  const byText = hasText(folded, parameters);
  return number === null ? byText : `(r.number = ${parameters.of(number, 'integer')} or ${byText})`;
}

export const hasText = (folded: string, parameters: SqlParameters, more = ''): string =>
  `exists (select from request_text t
            where t.workspace_id = r.workspace_id and t.request_id = r.id
              and strpos(t.folded, ${parameters.of(folded, 'text')}) > 0 ${more})`;

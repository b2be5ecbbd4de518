import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { statusOf } from './request-status.ts';
import classes from './RequestTable.module.css';
import { titleOf } from './request-title.ts';
import type { RequestSummary } from './requests-query.ts';

const { approvals } = strings;
const { columns } = approvals;

export function RequestTable({ requests, caption }: { requests: RequestSummary[]; caption: string }) {
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col">{columns.request}</th>
          <th scope="col">{columns.requestedBy}</th>
          <th scope="col">{columns.age}</th>
          <th scope="col">{columns.approvals}</th>
          <th scope="col">{columns.status}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <th scope="row" className={classes.request}>
              <Link to="/approvals/$requestId" params={{ requestId: request.id }} className={classes.link}>
                {titleOf(request.items)}
              </Link>{' '}
              <span className={classes.number}>#{request.number}</span>
              {request.comment !== null && <span className={classes.comment}>{request.comment}</span>}
            </th>
            <td>{request.submittedByName ?? strings.formerMember}</td>
            <td>
              <RelativeTime at={request.submittedAt} />
            </td>
            <td>{approvals.approvalsOf(request.votes, request.requiredApprovals)}</td>
            <td>
              <span className={classes.status}>
                <StatusBadge status={statusOf(request)} />
                {request.chosen && <span className={classes.chosen}>{approvals.chosen}</span>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useRowKeys } from '../../components/listing/use-row-keys.ts';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { strings } from '../../strings/en.ts';
import { isOpen, statusOf } from './request-status.ts';
import classes from './RequestTable.module.css';
import { titleOf } from './request-title.ts';
import type { RequestSummary } from './requests-query.ts';

const { approvals } = strings;
const { columns } = approvals;

interface Props {
  requests: { item: RequestSummary; isGone: boolean }[];
  caption: string;
}

export function RequestTable({ requests, caption }: Props) {
  const table = useRef<HTMLTableElement>(null);
  useRowKeys(table);
  return (
    <table ref={table} className={classes.table}>
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
        {requests.map(({ item: request, isGone }) => (
          <tr key={request.id} data-gone={isGone || undefined}>
            <th scope="row" className={classes.request}>
              <span className={classes.titleLine}>
                <Link to="/approvals/$requestId" params={{ requestId: request.id }} className={classes.link}>
                  <bdi>{titleOf(request.items)}</bdi>
                </Link>{' '}
                <span className={classes.number}>#{request.number}</span>
              </span>
              {request.comment !== null && (
                <span className={classes.comment} dir="auto">
                  {request.comment}
                </span>
              )}
            </th>
            <td className={classes.by}>
              <bdi>{request.submittedByName ?? strings.formerMember}</bdi>
            </td>
            <td>
              <RelativeTime at={request.submittedAt} />
            </td>
            <td>
              <span aria-hidden className={classes.inCard}>
                {columns.approvals}{' '}
              </span>
              {approvals.approvalsOf(request.votes, request.requiredApprovals)}
            </td>
            <td>
              <span className={classes.status}>
                {isGone ? approvals.noLongerHere : <StatusBadge status={statusOf(request)} />}
                {!isGone && request.chosen && isOpen(request) && (
                  <span className={classes.chosen}>{approvals.chosen}</span>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from '../../api/problem-error.ts';
import { requestQuery, type ApprovalRequest } from '../../api/request-query.ts';
import { isYoung } from './id-age.ts';

export type { ApprovalRequest };
export type RequestItem = ApprovalRequest['items'][number];
export type VisibleItem = Extract<RequestItem, { visible: true }>;

const SOON_MS = 700;
const LATER_MS = 15_000;
const ATTEMPTS = 2;

/** Decided, and about to show what came of it. */
export const isUnderWay = ({ settling, status }: Pick<ApprovalRequest, 'settling' | 'status'>): boolean =>
  settling || status === 'approved';

/** Whoever submits is led here at once, and the request follows a moment later. */
export const isBeingCreated = (id: string, error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 404 && isYoung(id, Date.now());

/** The request under review: looked at again while it settles, and waited for while it is being created. */
export const reviewedRequestQuery = (id: string) =>
  queryOptions({
    ...requestQuery(id),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? SOON_MS : LATER_MS),
    retry: (failures, error) =>
      isBeingCreated(id, error) || (failures < ATTEMPTS && error instanceof ProblemError && error.isPassing),
    retryDelay: SOON_MS,
  });

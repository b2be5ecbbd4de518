import { ApprovalRequestRow } from './rows/approval-request.row.ts';
import { AttendanceRow } from './rows/attendance.row.ts';
import { CommentRow } from './rows/comment.row.ts';
import { FootprintRow } from './rows/footprint.row.ts';
import { OutcomeRow } from './rows/outcome.row.ts';
import { RequestCounterRow } from './rows/request-counter.row.ts';
import { RequestItemRow } from './rows/request-item.row.ts';
import { RequestTextRow } from './rows/request-text.row.ts';
import { ResourceVersionRow } from './rows/resource-version.row.ts';
import { ReviewerRow } from './rows/reviewer.row.ts';
import { VoteRow } from './rows/vote.row.ts';

export const approvalsEntities: Function[] = [
  ApprovalRequestRow,
  AttendanceRow,
  CommentRow,
  FootprintRow,
  OutcomeRow,
  RequestCounterRow,
  RequestItemRow,
  RequestTextRow,
  ResourceVersionRow,
  ReviewerRow,
  VoteRow,
];

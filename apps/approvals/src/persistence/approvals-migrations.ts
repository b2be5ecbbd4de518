import { CreateApprovalRequest1763810000000 } from './migrations/1763810000000-create-approval-request.ts';
import { CreateRequestCounter1763810001000 } from './migrations/1763810001000-create-request-counter.ts';
import { CreateRequestItem1763810002000 } from './migrations/1763810002000-create-request-item.ts';
import { CreateReviewer1763810003000 } from './migrations/1763810003000-create-reviewer.ts';
import { CreateVote1763810004000 } from './migrations/1763810004000-create-vote.ts';
import { CreateComment1763810005000 } from './migrations/1763810005000-create-comment.ts';
import { CreateOutcome1763810006000 } from './migrations/1763810006000-create-outcome.ts';
import { CreateResourceVersion1763810007000 } from './migrations/1763810007000-create-resource-version.ts';
import { CreateFootprint1763811000000 } from './migrations/1763811000000-create-footprint.ts';
import { AddRequestContributors1763811001000 } from './migrations/1763811001000-add-request-contributors.ts';
import { CreateRequestText1763811002000 } from './migrations/1763811002000-create-request-text.ts';
import { IndexVotesByMember1763811003000 } from './migrations/1763811003000-index-votes-by-member.ts';
import { AddCommentOccasion1763811004000 } from './migrations/1763811004000-add-comment-occasion.ts';
import { CreateAttendance1763811005000 } from './migrations/1763811005000-create-attendance.ts';

/** The tables of this service alone, in order. */
export const ownMigrations: Function[] = [
  CreateApprovalRequest1763810000000,
  CreateRequestCounter1763810001000,
  CreateRequestItem1763810002000,
  CreateReviewer1763810003000,
  CreateVote1763810004000,
  CreateComment1763810005000,
  CreateOutcome1763810006000,
  CreateResourceVersion1763810007000,
  CreateFootprint1763811000000,
  AddRequestContributors1763811001000,
  CreateRequestText1763811002000,
  IndexVotesByMember1763811003000,
  AddCommentOccasion1763811004000,
  CreateAttendance1763811005000,
];

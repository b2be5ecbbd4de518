import { Module, type Provider } from '@nestjs/common';
import { ApprovalRequests } from './persistence/approval-requests.repository.ts';
import { Attendances } from './persistence/attendances.repository.ts';
import { Footprints } from './persistence/footprints.repository.ts';
import { Outcomes } from './persistence/outcomes.repository.ts';
import { PublishedVersions } from './persistence/published-versions.repository.ts';
import { RequestTexts } from './persistence/request-texts.repository.ts';
import { Situations } from './persistence/situations.ts';
import { RequestCountsView } from './persistence/views/request-counts.view.ts';
import { RequestDetailView } from './persistence/views/request-detail.view.ts';
import { RequestListView } from './persistence/views/request-list.view.ts';
import { SettingsEffectView } from './persistence/views/settings-effect.view.ts';
import { ApproveRequest } from './use-cases/approve-request.ts';
import { ChangeReviewers } from './use-cases/change-reviewers.ts';
import { CommentOnRequest } from './use-cases/comment-on-request.ts';
import { CopyPublishedVersion } from './use-cases/copy-published-version.ts';
import { DecisionRecorder } from './use-cases/decision-recorder.ts';
import { DeleteRequestDrafts } from './use-cases/delete-request-drafts.ts';
import { NoticeUnattended } from './use-cases/notice-unattended.ts';
import { OpenRequest } from './use-cases/open-request.ts';
import { PublishRequestNow } from './use-cases/publish-request-now.ts';
import { RecordAnswer } from './use-cases/record-answer.ts';
import { RepeatOutcome } from './use-cases/repeat-outcome.ts';
import { RetryPublication } from './use-cases/retry-publication.ts';
import { WithdrawRequest } from './use-cases/withdraw-request.ts';

@Module({})
export class ApprovalsModule {}

export const approvalsProviders: Provider[] = [
  ApprovalRequests,
  Attendances,
  Footprints,
  Outcomes,
  PublishedVersions,
  RequestTexts,
  Situations,
  RequestCountsView,
  RequestDetailView,
  RequestListView,
  SettingsEffectView,
  DecisionRecorder,
  ApproveRequest,
  PublishRequestNow,
  WithdrawRequest,
  DeleteRequestDrafts,
  RetryPublication,
  CommentOnRequest,
  ChangeReviewers,
  NoticeUnattended,
  OpenRequest,
  RecordAnswer,
  RepeatOutcome,
  CopyPublishedVersion,
];

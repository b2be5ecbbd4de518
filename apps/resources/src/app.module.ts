import { Module, type Provider } from '@nestjs/common';
import { ConnectionsView } from './persistence/views/connections.view.ts';
import { ResourceDetailView } from './persistence/views/resource-detail.view.ts';
import { ResourceListView } from './persistence/views/resource-list.view.ts';
import { VersionsView } from './persistence/views/versions.view.ts';
import { ConnectionUseCases } from './transport/connection-use-cases.ts';
import { RecordUseCases } from './transport/record-use-cases.ts';
import { AcknowledgeSubmission } from './use-cases/acknowledge-submission.ts';
import { ChangeConnection } from './use-cases/change-connection.ts';
import { CreateConnection } from './use-cases/create-connection.ts';
import { CreateResource } from './use-cases/create-resource.ts';
import { DeleteConnection } from './use-cases/delete-connection.ts';
import { DeleteDraft } from './use-cases/delete-draft.ts';
import { DeleteResource } from './use-cases/delete-resource.ts';
import { ExecuteApproval } from './use-cases/execute-approval.ts';
import { PreviewQuery } from './use-cases/preview-query.ts';
import { PublishDrafts } from './use-cases/publish-drafts.ts';
import { ReleaseDrafts } from './use-cases/release-drafts.ts';
import { RenameResource } from './use-cases/rename-resource.ts';
import { ResendSubmissions } from './use-cases/resend-submissions.ts';
import { SaveChange } from './use-cases/save-change.ts';
import { SubmitDrafts } from './use-cases/submit-drafts.ts';
import { TestConnection } from './use-cases/test-connection.ts';

@Module({})
export class ResourcesModule {}

export const resourcesProviders: Provider[] = [
  ConnectionsView,
  ResourceDetailView,
  ResourceListView,
  VersionsView,
  ConnectionUseCases,
  RecordUseCases,
  AcknowledgeSubmission,
  ChangeConnection,
  CreateConnection,
  CreateResource,
  DeleteConnection,
  DeleteDraft,
  DeleteResource,
  ExecuteApproval,
  PreviewQuery,
  PublishDrafts,
  ReleaseDrafts,
  RenameResource,
  ResendSubmissions,
  SaveChange,
  SubmitDrafts,
  TestConnection,
];

import { Module, type Provider } from '@nestjs/common';
import { ConnectionsView } from './persistence/views/connections.view.ts';
import { ResourceDetailView } from './persistence/views/resource-detail.view.ts';
import { ResourceListView } from './persistence/views/resource-list.view.ts';
import { VersionsView } from './persistence/views/versions.view.ts';
import { ConnectionUseCases } from './transport/connections/connection-use-cases.ts';
import { RecordUseCases } from './transport/records/record-use-cases.ts';
import { AcknowledgeSubmission } from './use-cases/requests/acknowledge-submission.ts';
import { ChangeConnection } from './use-cases/connections/change-connection.ts';
import { CreateConnection } from './use-cases/connections/create-connection.ts';
import { CreateResource } from './use-cases/create-resource.ts';
import { DeleteConnection } from './use-cases/connections/delete-connection.ts';
import { DeleteDraft } from './use-cases/delete-draft.ts';
import { DeleteResource } from './use-cases/delete-resource.ts';
import { EditMetadata } from './use-cases/edit-metadata.ts';
import { ExecuteApproval } from './use-cases/requests/execute-approval.ts';
import { PreviewQuery } from './use-cases/connections/preview-query.ts';
import { PublishDrafts } from './use-cases/publish-drafts.ts';
import { ReleaseDrafts } from './use-cases/requests/release-drafts.ts';
import { ResendSubmissions } from './use-cases/requests/resend-submissions.ts';
import { SaveChange } from './use-cases/save-change.ts';
import { SubmitDrafts } from './use-cases/submit-drafts.ts';
import { TestConnection } from './use-cases/connections/test-connection.ts';

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
  EditMetadata,
  ExecuteApproval,
  PreviewQuery,
  PublishDrafts,
  ReleaseDrafts,
  ResendSubmissions,
  SaveChange,
  SubmitDrafts,
  TestConnection,
];

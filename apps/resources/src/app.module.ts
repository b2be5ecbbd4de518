import { Module, type Provider } from '@nestjs/common';
import { AudiencesView } from './persistence/views/audiences.view.ts';
import { CompareView } from './persistence/views/compare.view.ts';
import { ConnectionsView } from './persistence/views/connections.view.ts';
import { JourneysView } from './persistence/views/journeys.view.ts';
import { RebaseView } from './persistence/views/rebase.view.ts';
import { ResourceDetailView } from './persistence/views/resource-detail.view.ts';
import { ResourceListView } from './persistence/views/resource-list.view.ts';
import { SuggestionsView } from './persistence/views/suggestions.view.ts';
import { VersionsView } from './persistence/views/versions.view.ts';
import { AudienceUseCases } from './transport/audiences/audience-use-cases.ts';
import { ConnectionUseCases } from './transport/connections/connection-use-cases.ts';
import { JourneyUseCases } from './transport/journeys/journey-use-cases.ts';
import { DraftUseCases } from './transport/drafts/draft-use-cases.ts';
import { RecordUseCases } from './transport/records/record-use-cases.ts';
import { AcknowledgeSubmission } from './use-cases/requests/acknowledge-submission.ts';
import { ChangeAudience } from './use-cases/audiences/change-audience.ts';
import { ChangeConnection } from './use-cases/connections/change-connection.ts';
import { ChangeJourney } from './use-cases/journeys/change-journey.ts';
import { CreateAudience } from './use-cases/audiences/create-audience.ts';
import { CreateConnection } from './use-cases/connections/create-connection.ts';
import { CreateJourney } from './use-cases/journeys/create-journey.ts';
import { CreateResource } from './use-cases/create-resource.ts';
import { DeleteAudience } from './use-cases/audiences/delete-audience.ts';
import { DeleteConnection } from './use-cases/connections/delete-connection.ts';
import { DeleteDraft } from './use-cases/delete-draft.ts';
import { DeleteJourney } from './use-cases/journeys/delete-journey.ts';
import { DeleteResource } from './use-cases/delete-resource.ts';
import { EditMetadata } from './use-cases/edit-metadata.ts';
import { ExecuteApproval } from './use-cases/requests/execute-approval.ts';
import { ListSourceTables } from './use-cases/connections/list-source-tables.ts';
import { ListTables } from './use-cases/connections/list-tables.ts';
import { PreviewQuery } from './use-cases/connections/preview-query.ts';
import { PreviewTurns } from './use-cases/connections/preview-turns.ts';
import { PublishDrafts } from './use-cases/publish-drafts.ts';
import { ReleaseDrafts } from './use-cases/requests/release-drafts.ts';
import { ResendSubmissions } from './use-cases/requests/resend-submissions.ts';
import { RebaseDraft } from './use-cases/rebase-draft.ts';
import { RestoreVersion } from './use-cases/restore-version.ts';
import { SaveChange } from './use-cases/save-change.ts';
import { SubmitDrafts } from './use-cases/submit-drafts.ts';
import { TestConnection } from './use-cases/connections/test-connection.ts';

@Module({})
export class ResourcesModule {}

export const resourcesProviders: Provider[] = [
  AudiencesView,
  CompareView,
  ConnectionsView,
  JourneysView,
  RebaseView,
  ResourceDetailView,
  ResourceListView,
  SuggestionsView,
  VersionsView,
  AudienceUseCases,
  ConnectionUseCases,
  JourneyUseCases,
  DraftUseCases,
  RecordUseCases,
  AcknowledgeSubmission,
  ChangeAudience,
  ChangeConnection,
  ChangeJourney,
  CreateAudience,
  CreateConnection,
  CreateJourney,
  CreateResource,
  DeleteAudience,
  DeleteConnection,
  DeleteDraft,
  DeleteJourney,
  DeleteResource,
  EditMetadata,
  ExecuteApproval,
  ListSourceTables,
  ListTables,
  PreviewQuery,
  PreviewTurns,
  PublishDrafts,
  ReleaseDrafts,
  ResendSubmissions,
  RebaseDraft,
  RestoreVersion,
  SaveChange,
  SubmitDrafts,
  TestConnection,
];

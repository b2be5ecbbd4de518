import { AudienceRow } from './audience.row.ts';
import { ConnectionRow } from './connection.row.ts';
import { DraftRow } from './draft.row.ts';
import { JourneyRow } from './journey.row.ts';
import { PublicationRow } from './publication.row.ts';
import { ResourceRow } from './resource.row.ts';
import { RevisionRow } from './revision.row.ts';
import { SubmissionRow } from './submission.row.ts';
import { VersionRow } from './version.row.ts';

export const resourcesEntities: Function[] = [
  ConnectionRow,
  ResourceRow,
  RevisionRow,
  SubmissionRow,
  DraftRow,
  PublicationRow,
  VersionRow,
  AudienceRow,
  JourneyRow,
];

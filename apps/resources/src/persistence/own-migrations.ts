import { CreateConnection1763820000000 } from './migrations/1763820000000-create-connection.ts';
import { CreateResource1763820001000 } from './migrations/1763820001000-create-resource.ts';
import { CreateRevision1763820002000 } from './migrations/1763820002000-create-revision.ts';
import { CreateSubmission1763820003000 } from './migrations/1763820003000-create-submission.ts';
import { CreateDraft1763820004000 } from './migrations/1763820004000-create-draft.ts';
import { CreatePublication1763820005000 } from './migrations/1763820005000-create-publication.ts';
import { CreateVersion1763820006000 } from './migrations/1763820006000-create-version.ts';
import { ForbidChangingHistory1763820007000 } from './migrations/1763820007000-forbid-changing-history.ts';
import { AddRestoredFromToRevision1763820020000 } from './migrations/1763820020000-add-restored-from-to-revision.ts';
import { AddNumberToSubmission1763820021000 } from './migrations/1763820021000-add-number-to-submission.ts';
import { DescribeResources1763820100000 } from './migrations/1763820100000-describe-resources.ts';
import { CreateAudience1763820101000 } from './migrations/1763820101000-create-audience.ts';
import { CreateJourney1763820102000 } from './migrations/1763820102000-create-journey.ts';
import { IndexListedResources1763820103000 } from './migrations/1763820103000-index-listed-resources.ts';

/** In the order in which they run; the kit's and access' are beside them. */
export const ownMigrations: Function[] = [
  CreateConnection1763820000000,
  CreateResource1763820001000,
  CreateRevision1763820002000,
  CreateSubmission1763820003000,
  CreateDraft1763820004000,
  CreatePublication1763820005000,
  CreateVersion1763820006000,
  ForbidChangingHistory1763820007000,
  AddRestoredFromToRevision1763820020000,
  AddNumberToSubmission1763820021000,
  DescribeResources1763820100000,
  CreateAudience1763820101000,
  CreateJourney1763820102000,
  IndexListedResources1763820103000,
];

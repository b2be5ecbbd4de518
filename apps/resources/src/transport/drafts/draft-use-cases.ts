import { Injectable } from '@nestjs/common';
import { RebaseDraft } from '../../use-cases/rebase-draft.ts';
import { RestoreVersion } from '../../use-cases/restore-version.ts';

/** What can be done with a draft and what was published, besides saving it. */
@Injectable()
export class DraftUseCases {
  constructor(
    readonly rebase: RebaseDraft,
    readonly restore: RestoreVersion,
  ) {}
}

import { Injectable } from '@nestjs/common';
import { DeleteDraft } from '../../use-cases/delete-draft.ts';
import { DeleteResource } from '../../use-cases/delete-resource.ts';
import { EditMetadata } from '../../use-cases/edit-metadata.ts';

/** What both kinds of records can have done to them. */
@Injectable()
export class RecordUseCases {
  constructor(
    readonly editMetadata: EditMetadata,
    readonly deleteResource: DeleteResource,
    readonly deleteDraft: DeleteDraft,
  ) {}
}

import type { RefusalCode } from './events.ts';

/** Why a run did not start, in a sentence for people (`domain.md` §6). */
export const refusalMeanings: Readonly<Record<RefusalCode, string>> = {
  SYNC_DELETED: 'The sync was deleted.',
  SYNC_PAUSED: 'The sync is paused. Resume it first.',
  SYNC_NOT_PUBLISHED: 'The sync was never published. Publish it first.',
  MODEL_DELETED: 'The model of the sync was deleted.',
  MODEL_NOT_PUBLISHED: 'The model of the sync was never published. Publish it first.',
  MODEL_HAS_UNPUBLISHED_CHANGES:
    'The sync refers to the draft of the model, so the model must be published first, or its draft deleted.',
  BINDING_MISMATCH:
    'The sync was written for a draft of the model that was never published, or maps a column that the published model does not have. Save the sync again.',
  PREVIOUS_RUN_ACTIVE: 'The run before this one is not over.',
};

import { idIn, oneOf, said, textIn } from '../../components/listing/address.ts';

export const syncStates = ['published', 'drafted', 'in_review', 'stale'] as const;
export const syncTabs = ['overview', 'mapping', 'schedule', 'runs', 'history'] as const;

/** What the list of syncs is narrowed by, in the address. */
export const syncsSearchOf = ({ q, state, modelId, sourceId, destinationId }: Record<string, unknown>) =>
  said({
    q: textIn(q),
    state: oneOf(syncStates, state),
    modelId: idIn(modelId),
    sourceId: idIn(sourceId),
    destinationId: idIn(destinationId),
  });
export type SyncsSearch = ReturnType<typeof syncsSearchOf>;

/** Which model a new sync begins with. */
export const newSyncSearchOf = ({ modelId }: Record<string, unknown>) => said({ modelId: idIn(modelId) });

export const syncSearchOf = ({ tab }: Record<string, unknown>) => said({ tab: oneOf(syncTabs, tab) });

/** Whether what is published is edited, around a draft. */
export const editSearchOf = ({ from }: Record<string, unknown>) => said({ from: oneOf(['published'], from) });

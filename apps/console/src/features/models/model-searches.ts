import { idIn, oneOf, said, textIn } from '../../components/listing/address.ts';

export const modelStates = ['published', 'drafted', 'in_review', 'stale'] as const;
export const modelTabs = ['overview', 'preview', 'columns', 'syncs', 'history'] as const;
export type ModelTab = (typeof modelTabs)[number];

/** What the list of models is narrowed by, in the address. */
export const modelsSearchOf = ({ q, state, sourceId }: Record<string, unknown>) =>
  said({ q: textIn(q), state: oneOf(modelStates, state), sourceId: idIn(sourceId) });
export type ModelsSearch = ReturnType<typeof modelsSearchOf>;

/** Which part of a model is shown, and whether of the draft although something is published. */
export const modelSearchOf = ({ tab, show }: Record<string, unknown>) =>
  said({ tab: oneOf(modelTabs, tab), show: oneOf(['draft'], show) });

/** Which source a new model begins with. */
export const newModelSearchOf = ({ sourceId }: Record<string, unknown>) => said({ sourceId: idIn(sourceId) });

/** Whether what is published is edited, around a draft. */
export const editSearchOf = ({ from }: Record<string, unknown>) => said({ from: oneOf(['published'], from) });

import type { FlowModel, FlowSync } from './flow-data.ts';
import type { Flow } from './use-flow.ts';

/** One way of the rows; a model that no sync uses leads nowhere. */
export interface FlowPath {
  model: FlowModel;
  sync: FlowSync | null;
}

/** Every way there is, by model. */
export function pathsOf({ models, syncs }: Flow): FlowPath[] {
  return models.flatMap((model): FlowPath[] => {
    const own = syncs.filter(({ modelId }) => modelId === model.id);
    return own.length === 0 ? [{ model, sync: null }] : own.map((sync) => ({ model, sync }));
  });
}

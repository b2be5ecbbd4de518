import { oncePerStage } from './once-per-stage.ts';

/** A published model on a source that nothing ever changes, for syncs to read. */
export const baseModel = oncePerStage({
  A: async (stage) => (await stage.model('A')).id,
  B: async (stage) => (await stage.model('B')).id,
});

import { useQuery } from '@tanstack/react-query';
import type { FlowModel, FlowSync, Readiness } from './flow-data.ts';
import { flowModelsQuery, flowSyncsQuery, readinessQuery, type FlowPart } from './flow-queries.ts';

export interface Flow {
  models: FlowModel[];
  syncs: FlowSync[];
  /** Empty until it is known, and where it cannot be found out. */
  readiness: Readiness;
}

const unknown: Readiness = new Map();

/** A part of the flow, as the services know it. */
export function useFlow(part: FlowPart) {
  const syncs = useQuery(flowSyncsQuery(part));
  const modelId = 'syncId' in part ? syncs.data?.[0]?.modelId : undefined;
  const ofModels = 'syncId' in part ? (modelId ? { modelId } : null) : part;
  const models = useQuery({ ...flowModelsQuery(ofModels ?? { modelId: '' }), enabled: ofModels !== null });
  const readiness = useQuery(readinessQuery(part));
  const flow: Flow | undefined = models.data &&
    syncs.data && { models: models.data, syncs: syncs.data, readiness: readiness.data ?? unknown };
  return {
    flow,
    error: syncs.error ?? models.error,
    retry: () => void Promise.all([syncs.refetch(), models.refetch()]),
  };
}

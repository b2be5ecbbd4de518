import { FlowOf } from './FlowOf.tsx';
import { WorkspaceFlow } from './WorkspaceFlow.tsx';

/** Which part of the flow is drawn. */
export type FlowScope = { modelId: string } | { syncId: string } | 'workspace';

/** The way of the rows from source over model and sync to destination, and what holds them up. */
export function FlowPicture({ scope }: { scope: FlowScope }) {
  return scope === 'workspace' ? <WorkspaceFlow /> : <FlowOf part={scope} />;
}

/** The right to work on a run, until it expires or a later epoch takes its place. */
export interface Lease {
  workspaceId: string;
  runId: string;
  epoch: number;
}

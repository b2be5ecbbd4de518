import { createHash } from 'node:crypto';

/** All records of a workspace in one topic are on one partition, hence in order. Stable for good: never change it. */
export function partitionOf(workspaceId: string, partitions: number): number {
  return createHash('sha256').update(workspaceId).digest().readUInt32BE(0) % partitions;
}

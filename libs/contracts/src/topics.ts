/**
 * Every topic of the system. The value of a record is JSON, CloudEvents 1.0 attributes are `ce_*` headers (binary mode).
 * All records of one workspace in one topic are on one partition, in order.
 */
export interface Topic {
  name: string;
  /** `compacted` keeps the last record of each key for good, `14 days` deletes by age. */
  kept: 'compacted' | '14 days';
  /** What `npm run topics` creates; fixed from then on. */
  partitions: number;
}

const topic = (name: string, kept: Topic['kept']): Topic => ({ name: `imprimatur.${name}`, kept, partitions: 6 });

export const topics = {
  identityState: topic('identity.state.v1', 'compacted'),
  identityEvents: topic('identity.events.v1', '14 days'),
  resourcesEvents: topic('resources.events.v1', '14 days'),
  resourcesState: topic('resources.state.v1', 'compacted'),
  resourcesConnections: topic('resources.connections.v1', 'compacted'),
  approvalsEvents: topic('approvals.events.v1', '14 days'),
  runsEvents: topic('runs.events.v1', '14 days'),
} as const satisfies Record<string, Topic>;

export const allTopics: readonly Topic[] = Object.values(topics);

/** Token verification keys belong to no tenant: their state lives under this workspace id. */
export const RESERVED_WORKSPACE = '00000000-0000-7000-8000-000000000000';

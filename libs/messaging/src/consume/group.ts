import type { EventContract, Topic } from '@imprimatur/contracts';
import type { ConsumeContext, Received } from '../received.ts';

export type Handler = (event: Received, context: ConsumeContext) => Promise<unknown>;

/** Everything that is consumed under one name: its handlers by event type. */
export interface Group {
  name: string;
  kind: 'reaction' | 'projection';
  /** Whether a dead letter holds back later events of its subject. */
  parks: boolean;
  handlers: Map<string, { contract: EventContract; handle: Handler }>;
}

export function topicsOf(group: Group): Topic[] {
  const topics = [...group.handlers.values()].map(({ contract }) => contract.topic);
  return [...new Map(topics.map((topic) => [topic.name, topic])).values()];
}

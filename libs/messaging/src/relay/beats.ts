import type { Topic } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { BEAT, encodeHeaders } from '../cloud-event.ts';
import type { OutgoingRecord } from '../transport.ts';

const EVERY_MS = 1_000;

export interface BeatsOptions {
  source: string;
  topics: readonly Topic[];
  partitionsOf(topic: Topic): number;
}

/** A beat says: whatever was committed before `at` has been sent to this partition. */
export class Beats {
  private sentAt = -Infinity;

  constructor(private readonly options: BeatsOptions) {}

  /** At most one a second. */
  due(): boolean {
    return this.options.topics.length > 0 && performance.now() - this.sentAt >= EVERY_MS;
  }

  /** Beats for every partition but those in `withheld`, which are named `topic/partition`. */
  at(time: Date, withheld: ReadonlySet<string>): OutgoingRecord[] {
    return this.options.topics.flatMap((topic) =>
      Array.from({ length: this.options.partitionsOf(topic) }, (_, partition) => partition)
        .filter((partition) => !withheld.has(`${topic.name}/${partition}`))
        .map((partition) => this.beat(topic, partition, time)),
    );
  }

  wereSent(): void {
    this.sentAt = performance.now();
  }

  private beat(topic: Topic, partition: number, time: Date): OutgoingRecord {
    const id = newId(time);
    const envelope = {
      id,
      type: BEAT,
      source: this.options.source,
      workspaceId: '00000000-0000-0000-0000-000000000000',
      subject: `beat:${partition}`,
      time,
      actor: null,
      correlationId: id,
      causationId: null,
      traceparent: null,
    };
    return { topic, partition, key: `beat:${partition}`, headers: encodeHeaders(envelope), value: '{}' };
  }
}

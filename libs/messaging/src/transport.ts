import type { Topic } from '@imprimatur/contracts';

/** What a Kafka broker and the local log both do. Everything above it is the same code for both. */
export interface Transport {
  partitionsOf(topic: Topic): number;
  sender(service: string): Sender;
  consumer(group: ConsumerGroup): Consumer;
  /** Deletes what is past its time, where the transport does not do so by itself. */
  clean(): Promise<void>;
  close(): Promise<void>;
}

export interface OutgoingRecord {
  topic: Topic;
  partition: number;
  key: string;
  headers: Record<string, string>;
  value: string;
}

export interface Sender {
  /** Shuts out every sender of this service that was opened earlier. */
  open(): Promise<void>;
  /** All of one kind, state or events. Resolves when all are kept for good; throws {@link SenderFenced} or {@link RecordRefused}. */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  close(): Promise<void>;
}

export interface IncomingRecord {
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  headers: Record<string, string>;
  value: Buffer | null;
}

/** What keeps a consumer in its group while it works, and tells it to stop. */
export interface Lifeline {
  heartbeat(): Promise<void>;
  signal: AbortSignal;
}

export interface ConsumerGroup {
  name: string;
  topics: readonly Topic[];
  /** Records handled at the same time, of different partitions. */
  concurrency: number;
  /** Resolves when the record is dealt with; rejects only when it is to be delivered again. */
  handle(record: IncomingRecord, lifeline: Lifeline): Promise<void>;
  /** The consumer ended for good. */
  crashed(error: Error): void;
}

export interface Consumer {
  start(): void;
  /** Has been in its group once. */
  readonly joined: boolean;
  /** The partitions this process reads at present. */
  assigned(): { topic: string; partition: number }[];
  /** After the record in hand. */
  stop(): Promise<void>;
}

/** Another relay has taken over: this one must not send any more. */
export class SenderFenced extends Error {
  override readonly name = 'SenderFenced';
}

/** The broker will never take (one of) these records. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
}

/** The consumer stops or has lost its partition; the record in hand is left for later. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

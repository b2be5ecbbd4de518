import type { z } from 'zod';
import type { Topic } from './topics.ts';

/**
 * One type of event: its CloudEvents type, the topic it travels on, when it happens and what a reader may rely on, and its data.
 * Contracts only grow: optional fields may be added, anything else is a new version beside this one.
 */
export interface EventContract<Schema extends z.ZodType = z.ZodType> {
  /** `io.imprimatur.approvals.request.approved.v1` */
  type: string;
  topic: Topic;
  statement: string;
  data: Schema;
  /** What would be lost for good without its effect. Operators may retry one that could not be handled, and never discard it. */
  indispensable?: string;
}

/** A state contract is an event whose data is the present snapshot of one row, with the row's `seq`; the newest wins. */
export interface StateContract<Schema extends z.ZodType = z.ZodType> extends EventContract<Schema> {
  /** The middle part of the record key `workspace:kind:id`. */
  kind: string;
}

export type DataOf<Contract extends EventContract> = z.output<Contract['data']>;

/** Declares an event. `name` is without prefix and with its version: `approvals.request.approved.v1`. */
export function defineEvent<Schema extends z.ZodType>(
  topic: Topic,
  name: string,
  statement: string,
  data: Schema,
  more: Pick<EventContract, 'indispensable'> = {},
): EventContract<Schema> {
  return { type: `io.imprimatur.${name}`, topic, statement, data, ...more };
}

/** Declares the state of one kind of row. `name` as for {@link defineEvent}. */
export function defineState<Schema extends z.ZodType>(
  topic: Topic,
  kind: string,
  name: string,
  statement: string,
  data: Schema,
): StateContract<Schema> {
  return { ...defineEvent(topic, name, statement, data), kind };
}

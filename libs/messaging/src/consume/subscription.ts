import type { EventContract, StateContract } from '@imprimatur/contracts';
import { applyDecorators, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { KeepOriginalError } from './keep-original-error.ts';

export interface ReactionOptions {
  group: string;
  /** False where a later event about the same subject is worth handling although an earlier one failed, as with mail. */
  parks?: boolean;
}

export interface ProjectionOptions {
  group: string;
  /** Raised to rebuild the copy from the start of the topic. */
  generation: number;
}

/** What a handler wants: events of one contract, for one group. */
export type Subscription =
  | { kind: 'reaction'; contract: EventContract; group: string; parks: boolean }
  | { kind: 'projection'; contract: EventContract; group: string; generation: number };

const subscriptions = Symbol('subscriptions');

/** The pattern a subscription has in Nest: one handler each. */
export const patternOf = ({ kind, group, contract }: Subscription): string => `${kind}/${group}/${contract.type}`;

/** The subscription that a decorator left for `pattern` among a handler's extras. */
export function subscriptionOf(pattern: string, extras: Record<PropertyKey, unknown>): Subscription | undefined {
  return (extras[subscriptions] as Map<string, Subscription> | undefined)?.get(pattern);
}

/** The extras a decorator leaves; a method may carry several decorators. */
export function extrasFor(all: readonly Subscription[]): Record<PropertyKey, unknown> {
  return { [subscriptions]: new Map(all.map((subscription) => [patternOf(subscription), subscription])) };
}

const declared = new WeakMap<object, Subscription[]>();

function subscribe(subscription: Subscription): MethodDecorator {
  return (target, key, descriptor) => {
    const method = descriptor.value as object;
    const all = [...(declared.get(method) ?? []), subscription];
    declared.set(method, all);
    applyDecorators(EventPattern<string[]>(all.map(patternOf), extrasFor(all)), UseFilters(KeepOriginalError))(
      target,
      key,
      descriptor,
    );
  };
}

/**
 * Subscribes a method of a Nest controller to an event: `handle(@Payload() event: Received<typeof X>, @Ctx() { tx }: ConsumeContext)`.
 * It runs once per event, in the transaction that claims the event's inbox row.
 */
export function Reaction(contract: EventContract, options: ReactionOptions): MethodDecorator {
  return subscribe({ kind: 'reaction', contract, group: options.group, parks: options.parks ?? true });
}

/**
 * Subscribes a method of a Nest controller to the state of one kind of row, to keep a local copy. It may run more than once and late:
 * it upserts where the stored `seq` is not newer.
 */
export function Projection(contract: StateContract, options: ProjectionOptions): MethodDecorator {
  return subscribe({ kind: 'projection', contract, ...options });
}

/** The name of a subscription's consumer group. */
export function groupName(service: string, subscription: Subscription): string {
  const name = `${service}.${subscription.group}`;
  return subscription.kind === 'projection' ? `${name}.g${subscription.generation}` : name;
}

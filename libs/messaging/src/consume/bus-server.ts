import type { Topic } from '@imprimatur/contracts';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { ConsumeContext, Received } from '../received.ts';
import type { Group } from './group.ts';
import { groupName, subscriptionOf, type Subscription } from './subscription.ts';

/** What Nest starts and stops in the place of a transport of its own. */
export class BusServer extends Server implements CustomTransportStrategy {
  /** Else Nest would log failures that the pipeline deals with. */
  override readonly propagatesEventHandlerErrors = true;
  readonly groups = new Map<string, Group>();

  constructor(
    private readonly service: string,
    private readonly lifecycle: {
      projects(group: string, topic: Topic): void;
      start(groups: readonly Group[]): void;
      stop(): Promise<void>;
    },
  ) {
    super();
  }

  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<PropertyKey, unknown> = {},
  ): void {
    const subscription = subscriptionOf(String(pattern), extras);
    if (subscription === undefined)
      throw new Error(`The bus takes handlers marked @Reaction or @Projection only: ${String(pattern)}`);
    super.addHandler(pattern, callback, isEventHandler, extras);
    this.register(subscription, callback);
  }

  /** Does not wait for the broker: a service starts, and takes commands, without it. */
  listen(callback: () => void): void {
    this.lifecycle.start([...this.groups.values()]);
    callback();
  }

  close(): Promise<void> {
    return this.lifecycle.stop();
  }

  on(): never {
    throw new Error('The bus has no events of its own to listen to.');
  }

  unwrap(): never {
    throw new Error('There is nothing below the bus to be unwrapped.');
  }

  private register(subscription: Subscription, callback: MessageHandler): void {
    const { contract, kind } = subscription;
    const name = groupName(this.service, subscription);
    const parks = subscription.kind === 'reaction' && subscription.parks;
    const group = this.groups.get(name) ?? { name, kind, parks, handlers: new Map() };
    if (group.handlers.has(contract.type)) throw new Error(`${name} has two handlers for ${contract.type}.`);
    if (group.kind !== kind || group.parks !== parks) throw new Error(`${name} cannot be two kinds of group.`);
    group.handlers.set(contract.type, { contract, handle: this.calling(callback) });
    this.groups.set(name, group);
    if (kind === 'projection') this.lifecycle.projects(name, contract.topic);
  }

  private calling(callback: MessageHandler): (event: Received, context: ConsumeContext) => Promise<unknown> {
    return async (event, context) => {
      const result: unknown = await callback(event, context);
      return lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
    };
  }
}

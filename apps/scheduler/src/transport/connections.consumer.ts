import { ConnectionState } from '@imprimatur/contracts';
import { Projection, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { HearOfResource } from '../use-cases/hear-of-resource.ts';

/** Keeps this service's own copy of how sources and destinations are reached, credentials sealed. */
@Controller()
export class ConnectionsConsumer {
  constructor(private readonly hearOf: HearOfResource) {}

  @Projection(ConnectionState, { group: 'connections', generation: 1 })
  async connection(@Payload() event: Received<typeof ConnectionState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.hearOf.connection(tx, event.data);
  }
}

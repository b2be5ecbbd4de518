import { DestinationState, ModelState, SourceState, SyncState } from '@imprimatur/contracts';
import { Projection, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { HearOfResource } from '../use-cases/hear-of-resource.ts';
import { HearOfSync } from '../use-cases/hear-of-sync.ts';

const options = { group: 'resources', generation: 1 };

/** Keeps this service's own copy of what runs depend on. */
@Controller()
export class ResourcesStateConsumer {
  constructor(
    private readonly hearOf: HearOfResource,
    private readonly hearOfSync: HearOfSync,
  ) {}

  @Projection(ModelState, options)
  async model(@Payload() event: Received<typeof ModelState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.hearOf.model(tx, event.data);
  }

  @Projection(SyncState, options)
  async sync(@Payload() event: Received<typeof SyncState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.hearOfSync.execute(tx, event.data);
  }

  @Projection(SourceState, options)
  async source(@Payload() event: Received<typeof SourceState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.hearOf.source(tx, event.data);
  }

  @Projection(DestinationState, options)
  async destination(@Payload() event: Received<typeof DestinationState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.hearOf.destination(tx, event.data);
  }
}

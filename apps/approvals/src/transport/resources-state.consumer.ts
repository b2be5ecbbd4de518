import { ModelState, SyncState } from '@imprimatur/contracts';
import { Projection, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CopyPublishedVersion } from '../use-cases/copy-published-version.ts';

const copy = { group: 'published-versions', generation: 1 };

@Controller()
export class ResourcesStateConsumer {
  constructor(private readonly copyPublishedVersion: CopyPublishedVersion) {}

  @Projection(ModelState, copy)
  async model(@Payload() { data }: Received<typeof ModelState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.copyPublishedVersion.execute(tx, 'model', data);
  }

  @Projection(SyncState, copy)
  async sync(@Payload() { data }: Received<typeof SyncState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.copyPublishedVersion.execute(tx, 'sync', data);
  }
}

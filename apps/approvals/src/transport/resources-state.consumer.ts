import { ModelState, SyncState } from '@imprimatur/contracts';
import { Projection, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { PublishedVersions } from '../persistence/published-versions.repository.ts';

const copy = { group: 'published-versions', generation: 1 };

@Controller()
export class ResourcesStateConsumer {
  constructor(private readonly versions: PublishedVersions) {}

  @Projection(ModelState, copy)
  async model(@Payload() { data }: Received<typeof ModelState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.versions.put(tx, { ...data, kind: 'model', version: data.published?.version ?? null });
  }

  @Projection(SyncState, copy)
  async sync(@Payload() { data }: Received<typeof SyncState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.versions.put(tx, { ...data, kind: 'sync', version: data.published?.version ?? null });
  }
}

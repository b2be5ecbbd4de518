import { PublicationApplied } from '@imprimatur/contracts';
import { Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { AnnounceStaleDrafts } from '../use-cases/announce-stale-drafts.ts';

@Controller()
export class PublicationEvents {
  constructor(private readonly announceStaleDrafts: AnnounceStaleDrafts) {}

  @Reaction(PublicationApplied, { group: 'mail', parks: false })
  applied(@Payload() event: Received<typeof PublicationApplied>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.announceStaleDrafts.execute(tx, event);
  }
}

import { DraftReleased, DraftSubmitted, PublicationApplied, PublicationRejected } from '@imprimatur/contracts';
import { causeOf, Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { OpenRequest } from '../use-cases/open-request.ts';
import { RecordAnswer } from '../use-cases/record-answer.ts';

const group = { group: 'requests' };

@Controller()
export class ResourcesEventsConsumer {
  constructor(
    private readonly openRequest: OpenRequest,
    private readonly recordAnswer: RecordAnswer,
  ) {}

  @Reaction(DraftSubmitted, group)
  async submitted(@Payload() event: Received<typeof DraftSubmitted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.openRequest.execute(tx, causeOf(event), event.workspaceId, event.data);
  }

  @Reaction(PublicationApplied, group)
  async applied(@Payload() event: Received<typeof PublicationApplied>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.recordAnswer.applied(tx, causeOf(event), event.workspaceId, event.data);
  }

  @Reaction(PublicationRejected, group)
  async rejected(@Payload() event: Received<typeof PublicationRejected>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.recordAnswer.rejected(tx, causeOf(event), event.workspaceId, event.data);
  }

  @Reaction(DraftReleased, group)
  async released(@Payload() event: Received<typeof DraftReleased>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    await this.recordAnswer.released(tx, event.workspaceId, event.data);
  }
}

import { RunFinished, RunRefused, RunStarted } from '@imprimatur/contracts';
import { Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { TellFeedOfRun } from '../../use-cases/tell-feed-of-run.ts';
import { feed } from './feed-group.ts';

@Controller()
export class RunFeed {
  constructor(private readonly tell: TellFeedOfRun) {}

  @Reaction(RunRefused, feed)
  refused(@Payload() { workspaceId, data }: Received<typeof RunRefused>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, workspaceId, data);
  }

  @Reaction(RunStarted, feed)
  started(@Payload() { workspaceId, data }: Received<typeof RunStarted>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, workspaceId, data);
  }

  @Reaction(RunFinished, feed)
  finished(
    @Payload() { workspaceId, data }: Received<typeof RunFinished>,
    @Ctx() { tx }: ConsumeContext,
  ): Promise<void> {
    return this.tell.execute(tx, workspaceId, data);
  }
}

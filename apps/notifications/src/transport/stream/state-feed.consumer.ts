import {
  AudienceState,
  DestinationState,
  JourneyState,
  MemberState,
  ModelState,
  RoleState,
  SourceState,
  SyncState,
  WorkspaceState,
} from '@imprimatur/contracts';
import { Reaction, type ConsumeContext, type Received } from '@imprimatur/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  feedOfAudience,
  feedOfDestination,
  feedOfJourney,
  feedOfMember,
  feedOfModel,
  feedOfRole,
  feedOfSource,
  feedOfWorkspace,
} from '../../domain/feed-of-state.ts';
import { TellFeed } from '../../use-cases/tell-feed.ts';
import { TellFeedOfSync } from '../../use-cases/tell-feed-of-sync.ts';
import { feed } from './feed-group.ts';

/** Every change of a row is heard of: what it is now, is asked of who owns it. */
@Controller()
export class StateFeed {
  constructor(
    private readonly tell: TellFeed,
    private readonly tellOfSync: TellFeedOfSync,
  ) {}

  @Reaction(WorkspaceState, feed)
  workspace(@Payload() { data }: Received<typeof WorkspaceState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfWorkspace(data));
  }

  @Reaction(MemberState, feed)
  member(@Payload() { data }: Received<typeof MemberState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfMember(data));
  }

  @Reaction(RoleState, feed)
  role(@Payload() { data }: Received<typeof RoleState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfRole(data));
  }

  @Reaction(SourceState, feed)
  source(@Payload() { data }: Received<typeof SourceState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfSource(data));
  }

  @Reaction(DestinationState, feed)
  destination(@Payload() { data }: Received<typeof DestinationState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfDestination(data));
  }

  @Reaction(ModelState, feed)
  model(@Payload() { data }: Received<typeof ModelState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfModel(data));
  }

  @Reaction(SyncState, feed)
  sync(@Payload() { data }: Received<typeof SyncState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tellOfSync.execute(tx, data);
  }

  @Reaction(AudienceState, feed)
  audience(@Payload() { data }: Received<typeof AudienceState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfAudience(data));
  }

  @Reaction(JourneyState, feed)
  journey(@Payload() { data }: Received<typeof JourneyState>, @Ctx() { tx }: ConsumeContext): Promise<void> {
    return this.tell.execute(tx, feedOfJourney(data));
  }
}

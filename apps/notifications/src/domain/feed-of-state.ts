import type {
  AudienceState,
  DataOf,
  DestinationState,
  JourneyState,
  MemberState,
  ModelState,
  RoleState,
  SourceState,
  SyncState,
  WorkspaceState,
} from '@imprimatur/contracts';
import type { Audience, FeedEntry, FeedType } from './feed-entry.ts';

/** What the present state of a row, a deleted one included, is in the feed. */

export const feedOfWorkspace = (state: DataOf<typeof WorkspaceState>): FeedEntry =>
  entry('workspace', state, { everybody: true });

export const feedOfRole = (state: DataOf<typeof RoleState>): FeedEntry => entry('roles', state, { everybody: true });

export const feedOfMember = (state: DataOf<typeof MemberState>): FeedEntry =>
  state.kind === 'service'
    ? entry('service-accounts', state, { right: 'members' })
    : entry('members', state, { everybody: true });

export const feedOfSource = (state: DataOf<typeof SourceState>): FeedEntry =>
  entry('sources', state, { all: [{ kind: 'source', id: state.id }] });

export const feedOfDestination = (state: DataOf<typeof DestinationState>): FeedEntry =>
  entry('destinations', state, { all: [{ kind: 'destination', id: state.id }] });

export const feedOfModel = (state: DataOf<typeof ModelState>): FeedEntry =>
  entry('models', state, { all: [{ kind: 'model', sourceId: state.sourceId }] }, state.published?.version);

export const feedOfSync = (state: DataOf<typeof SyncState>): FeedEntry =>
  entry('syncs', state, { all: [{ kind: 'sync', ends: [state.ends] }] }, state.published?.version);

export const feedOfAudience = (state: DataOf<typeof AudienceState>): FeedEntry =>
  entry('audiences', state, { all: [{ kind: 'source', id: state.sourceId }] }, state.version);

export function feedOfJourney(state: DataOf<typeof JourneyState>): FeedEntry {
  const destinations = state.content.steps.flatMap((step) =>
    step.kind === 'enter_destination' ? [{ kind: 'destination' as const, id: step.destinationId }] : [],
  );
  return entry('journeys', state, { all: [{ kind: 'source', id: state.sourceId }, ...destinations] }, state.version);
}

function entry(
  type: FeedType,
  { workspaceId, id }: { workspaceId: string; id: string },
  audience: Audience,
  version: number | null = null,
): FeedEntry {
  return { workspaceId, type, id, version, audience };
}

import type { DestinationGrant, Level, RoleDocument, SourceGrant } from '@imprimatur/contracts';
import { effectiveGrants, levelOrder } from './effective-grants.ts';

/**
 * `view-missing`: every right requires `view`. `grants-nothing`: there is nothing that the grant takes away either. `same-as-all`: it
 * comes to what `all` comes to there. `no-counterpart`: for syncs it takes the same right on the other side, where nothing gives it.
 * `weaker-counterpart`: nothing on the other side gives more than draft, and the weaker of the two counts. `nothing-to-view`: audiences
 * and journeys are of models, and no source can be viewed.
 */
export type WithoutEffectReason =
  'view-missing' | 'grants-nothing' | 'same-as-all' | 'no-counterpart' | 'weaker-counterpart' | 'nothing-to-view';

/** A right, or a grant as a whole, without which the role would come to the same; `path` is a JSON pointer into its document. */
export interface WithoutEffect {
  path: string;
  reason: WithoutEffectReason;
}

type Grant = SourceGrant | DestinationGrant;

/** The most that one side of a role gives anywhere, of the rights that syncs take on both sides. */
interface Most {
  syncs: Level;
  approve: boolean;
  run: boolean;
}

/**
 * What in a role has no effect, for its editor to flag (`domain.md` §2). Only what can have none whatever sources and destinations
 * there are: any source can be joined with any destination, and `all` counts although every present one may be named.
 */
export function grantsWithoutEffect({
  workspace,
  sources,
  destinations,
}: Pick<RoleDocument, 'workspace' | 'sources' | 'destinations'>): WithoutEffect[] {
  const [onSources, onDestinations] = [effectiveGrants(sources), effectiveGrants(destinations)];
  const seesNoSource = ![...onSources.values()].some(({ view }) => view);
  const unusable = (['audiences', 'journeys'] as const).filter((right) => workspace[right] && seesNoSource);
  return [
    ...unusable.map((right) => flag(`/workspace/${right}`, 'nothing-to-view')),
    // Models are approved on their source alone.
    ...flagged('/sources', sources, onSources, { ...mostOf(onDestinations), approve: true }),
    ...flagged('/destinations', destinations, onDestinations, mostOf(onSources)),
  ];
}

const flag = (path: string, reason: WithoutEffectReason): WithoutEffect => ({ path, reason });

function mostOf(grants: ReadonlyMap<string, Grant>): Most {
  const most: Most = { syncs: 'none', approve: false, run: false };
  for (const { syncs, approve, run } of grants.values()) {
    if (levelOrder[syncs] > levelOrder[most.syncs]) most.syncs = syncs;
    most.approve ||= approve;
    most.run ||= run;
  }
  return most;
}

function flagged(
  pointer: string,
  grants: readonly Grant[],
  effective: ReadonlyMap<string, Grant>,
  other: Most,
): WithoutEffect[] {
  const everywhere = effective.get('all');
  return grants.flatMap((grant, index) => {
    const path = `${pointer}/${index}`;
    if (!grant.view) {
      const nothing = grant.scope === 'all' || everywhere?.view !== true;
      return [...withoutView(path, grant), ...(nothing ? [flag(path, 'grants-nothing')] : [])];
    }
    const redundant = grant.scope !== 'all' && everywhere !== undefined && sameUse(grant, everywhere, other);
    return redundant ? [flag(path, 'same-as-all')] : withoutCounterpart(path, grant, other);
  });
}

const withoutView = (path: string, grant: Grant): WithoutEffect[] =>
  ['configure', 'models', 'syncs', 'approve', 'run']
    .filter((right) => ![undefined, false, 'none'].includes(grant[right as keyof Grant]))
    .map((right) => flag(`${path}/${right}`, 'view-missing'));

function withoutCounterpart(path: string, grant: Grant, other: Most): WithoutEffect[] {
  const flags: WithoutEffect[] = [];
  if (grant.syncs !== 'none' && other.syncs === 'none') flags.push(flag(`${path}/syncs`, 'no-counterpart'));
  else if (grant.syncs === 'publish' && other.syncs === 'draft') {
    flags.push(flag(`${path}/syncs`, 'weaker-counterpart'));
  }
  for (const right of ['approve', 'run'] as const) {
    if (grant[right] && !other[right]) flags.push(flag(`${path}/${right}`, 'no-counterpart'));
  }
  return flags;
}

/** Do both come to the same, once what has no counterpart is left out? */
function sameUse(one: Grant, another: Grant, other: Most): boolean {
  const uses = [one, another].map((grant) => {
    const syncs = Math.min(levelOrder[grant.syncs], levelOrder[other.syncs]);
    const models = 'models' in grant ? grant.models : 'none';
    return [grant.view, grant.configure, models, syncs, grant.approve && other.approve, grant.run && other.run].join();
  });
  return uses[0] === uses[1];
}

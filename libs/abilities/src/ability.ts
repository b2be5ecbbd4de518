import { createMongoAbility, type MatchConditions, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { DestinationGrant, RoleDocument, SourceGrant, WorkspaceRights } from '@imprimatur/contracts';

/** A right on the workspace itself, such as `members`. */
export type WorkspaceRight = keyof WorkspaceRights;

export type SourceAction =
  | 'view'
  | 'configure'
  | 'create'
  | 'draft-models'
  | 'publish-models'
  | 'draft-syncs'
  | 'publish-syncs'
  | 'approve'
  | 'run';
export type DestinationAction = Exclude<SourceAction, 'draft-models' | 'publish-models'>;

/** One source or destination as CASL sees it; models and syncs are judged on these, never as subjects of their own. */
export interface EndSubject<Kind extends 'Source' | 'Destination'> {
  readonly kind: Kind;
  readonly id: string;
}

type Abilities =
  | [WorkspaceRight, 'Workspace']
  | [SourceAction, 'Source' | EndSubject<'Source'>]
  | [DestinationAction, 'Destination' | EndSubject<'Destination'>];

/** What a role allows, as a CASL ability. Ask it through the `canX` functions: a bare type check ignores the scopes of grants. */
export type AppAbility = MongoAbility<Abilities>;

type Rule = RawRuleOf<AppAbility>;

interface Grant {
  scope: string;
  view: boolean;
}

type Grants<G extends Grant, Action extends string> = Record<Action, (grant: G) => boolean>;

const destinationGrants: Grants<DestinationGrant, Exclude<DestinationAction, 'create'>> = {
  view: () => true,
  configure: (grant) => grant.configure,
  'draft-syncs': (grant) => grant.syncs === 'draft' || grant.syncs === 'publish',
  'publish-syncs': (grant) => grant.syncs === 'publish',
  approve: (grant) => grant.approve,
  run: (grant) => grant.run,
};

const sourceGrants: Grants<SourceGrant, Exclude<SourceAction, 'create'>> = {
  ...destinationGrants,
  'draft-models': (grant) => grant.models === 'draft' || grant.models === 'publish',
  'publish-models': (grant) => grant.models === 'publish',
};

/**
 * The rules of one kind of end. A grant that names an end replaces the `all` grant there, so one condition per action says it all:
 * everything except the named ends that lack the right, or only the named ends that have it. An end named twice has what both grant.
 */
function endRules<G extends Grant>(subject: 'Source' | 'Destination', grants: G[], table: Grants<G, string>): Rule[] {
  const named = Map.groupBy(
    grants.filter(({ scope }) => scope !== 'all'),
    ({ scope }) => scope,
  );
  const everywhere = grants.filter(({ scope }) => scope === 'all');
  const rules: Rule[] = [];
  for (const [action, holds] of Object.entries(table)) {
    const granted = (group: G[]): boolean => group.length > 0 && group.every((grant) => grant.view && holds(grant));
    const elsewhere = granted(everywhere);
    const ids = [...named].filter(([, group]) => granted(group) !== elsewhere).map(([id]) => id);
    if (elsewhere) rules.push(ids.length > 0 ? rule(action, subject, { id: { $nin: ids } }) : rule(action, subject));
    else if (ids.length > 0) rules.push(rule(action, subject, { id: { $in: ids } }));
    if (elsewhere && action === 'configure') rules.push(rule('create', subject));
  }
  return rules;
}

const rule = (action: string, subject: string, conditions?: Rule['conditions']): Rule =>
  (conditions === undefined ? { action, subject } : { action, subject, conditions }) as Rule;

/**
 * Matches the only two conditions there are. A set instead of CASL's own matcher, which walks the list: with 200 grants a check is
 * several times faster.
 */
function matchIds({
  id,
}: {
  id?: { $in?: string[]; $nin?: string[] };
}): MatchConditions<EndSubject<'Source' | 'Destination'>> {
  const among = new Set(id?.$in ?? id?.$nin);
  const wanted = id?.$in !== undefined;
  return (end) => among.has(end.id) === wanted;
}

/** In the order of `domain.md`. */
export const workspaceRights = ['settings', 'members', 'roles', 'audiences', 'journeys', 'auditLog'] as const;

/**
 * The ability of whoever holds this role (`domain.md` §2). `null`, for a member without a role or with a deleted one, allows nothing.
 * Abilities never change: cache one for each role and its `seq`.
 */
export function defineAbilityFor(role: RoleDocument | null): AppAbility {
  const rules =
    role === null
      ? []
      : [
          ...workspaceRights.filter((right) => role.workspace[right]).map((right) => rule(right, 'Workspace')),
          ...endRules('Source', role.sources, sourceGrants),
          ...endRules('Destination', role.destinations, destinationGrants),
        ];
  return createMongoAbility<AppAbility>(rules, {
    conditionsMatcher: matchIds as never,
    detectSubjectType: (subject) => subject.kind,
  });
}

import type { components } from '../../../api/schema.d.ts';
import type { Role } from '../../../api/roles-query.ts';

type Schemas = components['schemas'];
export type Kind = 'sources' | 'destinations';
export type Grant = Schemas['SourceGrant'] | Schemas['DestinationGrant'];
export type Level = Grant['syncs'];
export type WorkspaceRights = Schemas['WorkspaceRights'];
export type RoleContent = Pick<Schemas['RoleDocument'], 'name' | 'workspace' | 'sources' | 'destinations'>;
export type Right = 'view' | 'configure' | 'models' | 'syncs' | 'approve' | 'run';
export type RightValue = boolean | Level;

/** Stands for every source or destination that has no row of its own. */
export const ALL = 'all';

/** In the order of the matrix; nothing of a model is on a destination. */
export const rightsOn: Record<Kind, readonly Right[]> = {
  sources: ['view', 'configure', 'models', 'syncs', 'approve', 'run'],
  destinations: ['view', 'configure', 'syncs', 'approve', 'run'],
};

export const isLevel = (right: Right): right is 'models' | 'syncs' => right === 'models' || right === 'syncs';

const emptyGrants = {
  sources: (scope: string): Schemas['SourceGrant'] => ({ ...emptyGrants.destinations(scope), models: 'none' }),
  destinations: (scope: string): Schemas['DestinationGrant'] => ({
    scope,
    view: false,
    configure: false,
    syncs: 'none',
    approve: false,
    run: false,
  }),
};

export const valueOf = (grant: Grant, right: Right): RightValue =>
  right === 'models' ? ('models' in grant ? grant.models : 'none') : grant[right];

export const isGiven = (value: RightValue): boolean => value !== false && value !== 'none';

/** The rights of a grant that could not be without `view`. */
export const implyingView = (kind: Kind, grant: Grant): Right[] =>
  rightsOn[kind].filter((right) => right !== 'view' && isGiven(valueOf(grant, right)));

const isEmpty = (kind: Kind, grant: Grant): boolean => rightsOn[kind].every((right) => !isGiven(valueOf(grant, right)));

const withAll = <G extends Grant>(grants: G[], empty: G): G[] => {
  const all = grants.find(({ scope }) => scope === ALL) ?? empty;
  return [all, ...grants.filter(({ scope }) => scope !== ALL)];
};

/** What is edited of a role. The row of all is always there, and first. */
export const contentOf = ({ name, workspace, sources, destinations }: RoleContent): RoleContent => ({
  name,
  workspace,
  sources: withAll(sources, emptyGrants.sources(ALL)),
  destinations: withAll(destinations, emptyGrants.destinations(ALL)),
});

/** What is sent: a row of all that gives nothing need not be there. A named one withholds what all would give. */
export function bodyOf(content: RoleContent): RoleContent {
  const meant = (kind: Kind) => (grant: Grant) => grant.scope !== ALL || !isEmpty(kind, grant);
  return {
    ...content,
    name: content.name.trim(),
    sources: content.sources.filter(meant('sources')),
    destinations: content.destinations.filter(meant('destinations')),
  };
}

export const blankRole = (): Role => ({
  id: '',
  name: '',
  builtIn: false,
  version: 0,
  memberCount: 0,
  withoutEffect: [],
  workspace: { settings: false, members: false, roles: false, audiences: false, journeys: false, auditLog: false },
  sources: [],
  destinations: [],
});

export const rowOf = (content: RoleContent, kind: Kind, scope: string): Grant | undefined =>
  content[kind].find((grant) => grant.scope === scope);

const withRows = (content: RoleContent, kind: Kind, rows: Grant[]): RoleContent => ({ ...content, [kind]: rows });

/** Sets one right, and `view` with it where the right takes it. */
export function withRight(
  content: RoleContent,
  kind: Kind,
  scope: string,
  right: Right,
  value: RightValue,
): RoleContent {
  const rows = (content[kind] as Grant[]).map((grant) =>
    grant.scope === scope ? { ...grant, view: grant.view || isGiven(value), [right]: value } : grant,
  );
  return withRows(content, kind, rows);
}

/** A row of its own begins as what it replaces, so that adding it takes nothing away. */
export function withRow(content: RoleContent, kind: Kind, scope: string): RoleContent {
  const all = rowOf(content, kind, ALL) ?? emptyGrants[kind](ALL);
  return withRows(content, kind, [...content[kind], { ...all, scope, view: true }]);
}

export const withoutRow = (content: RoleContent, kind: Kind, scope: string): RoleContent =>
  withRows(
    content,
    kind,
    (content[kind] as Grant[]).filter((grant) => grant.scope !== scope),
  );

/** Puts a row as it is in place of the one of its scope, or at the end. */
export function withWholeRow(content: RoleContent, kind: Kind, row: Grant): RoleContent {
  const isThere = rowOf(content, kind, row.scope) !== undefined;
  const rows = content[kind] as Grant[];
  return withRows(
    content,
    kind,
    isThere ? rows.map((grant) => (grant.scope === row.scope ? row : grant)) : [...rows, row],
  );
}

/** Roles as `domain.md` §2 describes them, written down from there and not taken from the product. */
export type Level = 'none' | 'draft' | 'publish';

export interface Grant {
  view: boolean;
  configure: boolean;
  /** Of sources only. */
  models: Level;
  syncs: Level;
  approve: boolean;
  run: boolean;
}

export type WorkspaceRight = 'settings' | 'members' | 'roles' | 'audiences' | 'journeys' | 'auditLog';

/** Grants by scope: `all`, or the letter of a source or destination. */
export type Grants = Partial<Record<string, Grant>>;

export interface Role {
  name: string;
  builtIn: boolean;
  workspace: WorkspaceRight[];
  sources: Grants;
  destinations: Grants;
}

const nothing: Grant = { view: false, configure: false, models: 'none', syncs: 'none', approve: false, run: false };
const grant = (rights: Partial<Grant> = {}): Grant => ({ ...nothing, view: true, ...rights });

const syncs: Partial<Grant> = { syncs: 'publish', approve: true, run: true };
const models: Partial<Grant> = { models: 'publish' };
const draftSyncs: Partial<Grant> = { syncs: 'draft' };
const drafts: Partial<Grant> = { models: 'draft', ...draftSyncs };
const configure: Partial<Grant> = { configure: true };
const approve: Partial<Grant> = { approve: true };

const everyRight: WorkspaceRight[] = ['settings', 'members', 'roles', 'audiences', 'journeys', 'auditLog'];
const audiences: WorkspaceRight[] = ['audiences', 'journeys'];

const onAll = (
  name: string,
  workspace: WorkspaceRight[],
  source: Partial<Grant>,
  destination: Partial<Grant>,
  builtIn = true,
): Role => ({ name, builtIn, workspace, sources: { all: grant(source) }, destinations: { all: grant(destination) } });

/** The table of built-in roles, by the key they are seeded with. */
export const builtInRoles = {
  admin: onAll('Admin', everyRight, { ...configure, ...models, ...syncs }, { ...configure, ...syncs }),
  'workspace-editor': onAll(
    'Workspace editor',
    audiences,
    { ...configure, ...models, ...syncs },
    { ...configure, ...syncs },
  ),
  'workspace-draft-editor': onAll('Workspace draft editor', audiences, drafts, draftSyncs),
  'workspace-viewer': onAll('Workspace viewer', [], {}, {}),
  'model-sync-editor': onAll('Model + sync editor', [], { ...models, ...syncs }, syncs),
  'sync-editor': onAll('Sync editor', [], syncs, syncs),
  'source-admin': onAll('Source admin', ['auditLog'], { ...configure, ...models, ...approve }, approve),
  'destination-admin': onAll('Destination admin', ['auditLog'], syncs, { ...configure, ...syncs }),
  'audience-editor': onAll('Audience editor', audiences, approve, approve),
} as const satisfies Record<string, Role>;
export type BuiltInKey = keyof typeof builtInRoles;

const custom = (name: string, role: Partial<Omit<Role, 'name' | 'builtIn'>>): Role => ({
  ...{ name, builtIn: false, workspace: [], sources: {}, destinations: {} },
  ...role,
});

/** Combinations that no built-in role has. The sources are A and B, the destinations X and Y. */
export const customRoles = {
  'reviewing drafter': onAll('Reviewing drafter', [], { ...drafts, ...approve }, { ...draftSyncs, ...approve }, false),
  'half publisher': custom('Half publisher', {
    sources: { A: grant({ ...drafts, ...approve }), B: grant({ ...models, ...syncs }) },
    destinations: { all: grant(syncs) },
  }),
  'one-sided approver': onAll('One-sided approver', [], approve, {}, false),
  runner: onAll('Runner', [], { run: true }, { run: true }, false),
  'half blind': custom('Half blind', {
    sources: { all: grant({ ...models, ...syncs }), B: grant({ ...drafts, ...approve }) },
    destinations: { X: grant(syncs) },
  }),
  'keeper of X': custom('Keeper of X', {
    sources: { all: grant({ ...models, ...syncs }) },
    destinations: { X: grant(syncs), Y: grant() },
  }),
  steward: custom('Steward', {
    workspace: ['settings', 'members', 'roles'],
    sources: { all: grant({ ...drafts, run: true }) },
    destinations: { all: grant({ ...draftSyncs, run: true }), Y: grant(syncs) },
  }),
  outsider: custom('Outsider', {}),
} as const satisfies Record<string, Role>;
export type CustomKey = keyof typeof customRoles;

export type RoleKey = BuiltInKey | CustomKey;
export const roles: Record<RoleKey, Role> = { ...builtInRoles, ...customRoles };

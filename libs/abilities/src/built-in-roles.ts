import type { DestinationGrant, RoleDocument, SourceGrant, WorkspaceRights } from '@imprimatur/contracts';

export type BuiltInRoleKey =
  | 'admin'
  | 'workspace-editor'
  | 'workspace-draft-editor'
  | 'workspace-viewer'
  | 'model-sync-editor'
  | 'sync-editor'
  | 'source-admin'
  | 'destination-admin'
  | 'audience-editor';

/** A role every workspace has; read-only, its document gets an id of its own in each workspace. */
export interface BuiltInRole {
  key: BuiltInRoleKey;
  document: Omit<RoleDocument, 'id'>;
}

const noRights: WorkspaceRights = {
  settings: false,
  members: false,
  roles: false,
  audiences: false,
  journeys: false,
  auditLog: false,
};
const allRights: WorkspaceRights = {
  settings: true,
  members: true,
  roles: true,
  audiences: true,
  journeys: true,
  auditLog: true,
};
const audiences: WorkspaceRights = { ...noRights, audiences: true, journeys: true };
const auditLog: WorkspaceRights = { ...noRights, auditLog: true };

const source = (rights: Partial<Omit<SourceGrant, 'scope' | 'view'>> = {}): SourceGrant => ({
  scope: 'all',
  view: true,
  configure: false,
  models: 'none',
  syncs: 'none',
  approve: false,
  run: false,
  ...rights,
});
const destination = (rights: Partial<Omit<DestinationGrant, 'scope' | 'view'>> = {}): DestinationGrant => ({
  scope: 'all',
  view: true,
  configure: false,
  syncs: 'none',
  approve: false,
  run: false,
  ...rights,
});

const role = (
  key: BuiltInRoleKey,
  name: string,
  workspace: WorkspaceRights,
  onSources: SourceGrant,
  onDestinations: DestinationGrant,
): BuiltInRole => ({
  key,
  document: { name, builtIn: true, workspace, sources: [onSources], destinations: [onDestinations] },
});

const syncs = { syncs: 'publish', approve: true, run: true } as const;
const everything = { configure: true, models: 'publish', ...syncs } as const;

/** The nine built-in roles, the table of `domain.md` §2 row by row. */
export const builtInRoles: readonly BuiltInRole[] = [
  role('admin', 'Admin', allRights, source(everything), destination({ configure: true, ...syncs })),
  role(
    'workspace-editor',
    'Workspace editor',
    audiences,
    source(everything),
    destination({ configure: true, ...syncs }),
  ),
  role(
    'workspace-draft-editor',
    'Workspace draft editor',
    audiences,
    source({ models: 'draft', syncs: 'draft' }),
    destination({ syncs: 'draft' }),
  ),
  role('workspace-viewer', 'Workspace viewer', noRights, source(), destination()),
  role(
    'model-sync-editor',
    'Model + sync editor',
    noRights,
    source({ models: 'publish', ...syncs }),
    destination(syncs),
  ),
  role('sync-editor', 'Sync editor', noRights, source(syncs), destination(syncs)),
  role(
    'source-admin',
    'Source admin',
    auditLog,
    source({ configure: true, models: 'publish', approve: true }),
    destination({ approve: true }),
  ),
  role('destination-admin', 'Destination admin', auditLog, source(syncs), destination({ configure: true, ...syncs })),
  role('audience-editor', 'Audience editor', audiences, source({ approve: true }), destination({ approve: true })),
];

/** The document of a built-in role under the id it has in one workspace. Each call returns a copy of its own. */
export function builtInRole(key: BuiltInRoleKey, id: string): RoleDocument {
  const found = builtInRoles.find((candidate) => candidate.key === key);
  if (found === undefined) throw new TypeError(`there is no built-in role ${key}`);
  return { id, ...structuredClone(found.document) };
}

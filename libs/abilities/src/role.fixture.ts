import type { DestinationGrant, RoleDocument, SourceGrant, WorkspaceRights } from '@imprimatur/contracts';

/** A grant on a source with `view` and nothing else but what is named. */
export const source = (scope: string, rights: Partial<SourceGrant> = {}): SourceGrant => ({
  scope,
  view: true,
  configure: false,
  models: 'none',
  syncs: 'none',
  approve: false,
  run: false,
  ...rights,
});

/** A grant on a destination with `view` and nothing else but what is named. */
export const destination = (scope: string, rights: Partial<DestinationGrant> = {}): DestinationGrant => ({
  scope,
  view: true,
  configure: false,
  syncs: 'none',
  approve: false,
  run: false,
  ...rights,
});

export const noWorkspaceRights: WorkspaceRights = {
  settings: false,
  members: false,
  roles: false,
  audiences: false,
  journeys: false,
  auditLog: false,
};

/** A custom role with these grants and no right on the workspace. */
export const role = (sources: SourceGrant[], destinations: DestinationGrant[] = []): RoleDocument => ({
  id: '01990000-0000-7000-8000-000000000001',
  name: 'Custom',
  builtIn: false,
  workspace: { ...noWorkspaceRights },
  sources,
  destinations,
});

import type { DestinationGrant, SourceGrant, WorkspaceRights } from '@imprimatur/contracts';
import type { RoleContent } from '../domain/role.ts';

export const SOURCE = '01920000-0000-7000-8000-00000000000a';
export const DESTINATION = '01920000-0000-7000-8000-00000000000d';

const noRights = { settings: false, members: false, roles: false, audiences: false, journeys: false, auditLog: false };

/** A grant on a source with `view` and what is named. */
export const onSource = (scope: string, rights: Partial<SourceGrant> = {}): SourceGrant => ({
  scope,
  view: true,
  configure: false,
  models: 'none',
  syncs: 'none',
  approve: false,
  run: false,
  ...rights,
});

/** A grant on a destination with `view` and what is named. */
export const onDestination = (scope: string, rights: Partial<DestinationGrant> = {}): DestinationGrant => ({
  scope,
  view: true,
  configure: false,
  syncs: 'none',
  approve: false,
  run: false,
  ...rights,
});

interface RoleText {
  name?: string;
  workspace?: Partial<WorkspaceRights>;
  sources?: SourceGrant[];
  destinations?: DestinationGrant[];
}

/** A role that views everything, unless grants are named, and has the rights on the workspace that are. */
export const roleContent = ({ name, workspace, sources, destinations }: RoleText = {}): RoleContent => ({
  name: name ?? 'Analyst',
  workspace: { ...noRights, ...workspace },
  sources: sources ?? [onSource('all')],
  destinations: destinations ?? [onDestination('all')],
});

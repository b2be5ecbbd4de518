import type { BuiltInRoleKey } from '@imprimatur/abilities';
import type { DestinationGrant, RoleDocument, SourceGrant } from '@imprimatur/contracts';
import type { Ends } from './stage.ts';

export interface TestedRole {
  /** Its column in the table. */
  column: string;
  name: string;
  /** Of a built-in role. */
  key?: BuiltInRoleKey;
  /** Of a custom role. */
  document?: (ends: Ends) => Omit<RoleDocument, 'id' | 'name' | 'builtIn'>;
}

const onSource = (rights: Partial<SourceGrant>): SourceGrant => ({
  ...{ scope: 'all', view: true, configure: false, models: 'none', syncs: 'none', approve: false, run: false },
  ...rights,
});

const onDestination = (rights: Partial<DestinationGrant>): DestinationGrant => ({
  ...{ scope: 'all', view: true, configure: false, syncs: 'none', approve: false, run: false },
  ...rights,
});

const workspace = {
  ...{ settings: false, members: false, roles: false },
  ...{ audiences: false, journeys: false, auditLog: false },
};

/** The columns of the matrix: nine roles that every workspace has, and six of its own. */
export const testedRoles: readonly TestedRole[] = [
  { column: 'Adm', name: 'Admin', key: 'admin' },
  { column: 'WEd', name: 'Workspace editor', key: 'workspace-editor' },
  { column: 'WDr', name: 'Workspace draft editor', key: 'workspace-draft-editor' },
  { column: 'WVw', name: 'Workspace viewer', key: 'workspace-viewer' },
  { column: 'MSE', name: 'Model + sync editor', key: 'model-sync-editor' },
  { column: 'SyE', name: 'Sync editor', key: 'sync-editor' },
  { column: 'SAd', name: 'Source admin', key: 'source-admin' },
  { column: 'DAd', name: 'Destination admin', key: 'destination-admin' },
  { column: 'AuE', name: 'Audience editor', key: 'audience-editor' },
  {
    column: 'D+A',
    name: 'Drafts and approves',
    document: () => ({
      workspace,
      sources: [onSource({ models: 'draft', syncs: 'draft', approve: true })],
      destinations: [onDestination({ syncs: 'draft', approve: true })],
    }),
  },
  {
    column: 'A/B',
    name: 'Drafts on A, publishes on B',
    document: ({ sourceA, sourceB }) => ({
      workspace,
      sources: [
        onSource({ scope: sourceA, models: 'draft', syncs: 'draft' }),
        onSource({ scope: sourceB, models: 'publish', syncs: 'publish' }),
      ],
      destinations: [onDestination({ syncs: 'publish' })],
    }),
  },
  {
    column: 'ApS',
    name: 'Approves on sources only',
    document: () => ({ workspace, sources: [onSource({ approve: true })], destinations: [onDestination({})] }),
  },
  {
    column: 'Run',
    name: 'Runs',
    document: () => ({ workspace, sources: [onSource({ run: true })], destinations: [onDestination({ run: true })] }),
  },
  {
    column: 'OnD',
    name: 'Views one destination',
    document: ({ destinationA }) => ({
      workspace,
      sources: [onSource({})],
      destinations: [onDestination({ scope: destinationA })],
    }),
  },
  { column: 'Non', name: 'Nothing', document: () => ({ workspace, sources: [], destinations: [] }) },
];

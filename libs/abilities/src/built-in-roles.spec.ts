import { RoleDocument } from '@imprimatur/contracts';
import {
  builtInRole,
  builtInRoles,
  canApprove,
  canConfigure,
  canCreate,
  canEditMetadata,
  canPreview,
  canPublish,
  canRun,
  canView,
  canWorkspace,
  defineAbilityFor,
  exceeds,
  levelOn,
  type BuiltInRoleKey,
  type WorkspaceRight,
} from './index.ts';

const id = '01990000-0000-7000-8000-000000000001';
const model = { kind: 'model', sourceId: 'warehouse' } as const;
const sync = { kind: 'sync', ends: [{ sourceId: 'warehouse', destinationId: 'crm' }] } as const;
const source = { kind: 'source', id: 'warehouse' } as const;
const destination = { kind: 'destination', id: 'crm' } as const;

/** `domain.md` §2 by hand. Rights: c configure, a approve, r run; m and s the levels on models and syncs. */
const table: [BuiltInRoleKey, string, WorkspaceRight[], sources: string, destinations: string][] = [
  [
    'admin',
    'Admin',
    ['settings', 'members', 'roles', 'audiences', 'journeys', 'auditLog'],
    'c m:publish s:publish a r',
    'c s:publish a r',
  ],
  ['workspace-editor', 'Workspace editor', ['audiences', 'journeys'], 'c m:publish s:publish a r', 'c s:publish a r'],
  ['workspace-draft-editor', 'Workspace draft editor', ['audiences', 'journeys'], 'm:draft s:draft', 's:draft'],
  ['workspace-viewer', 'Workspace viewer', [], '', ''],
  ['model-sync-editor', 'Model + sync editor', [], 'm:publish s:publish a r', 's:publish a r'],
  ['sync-editor', 'Sync editor', [], 's:publish a r', 's:publish a r'],
  ['source-admin', 'Source admin', ['auditLog'], 'c m:publish a', 'a'],
  ['destination-admin', 'Destination admin', ['auditLog'], 's:publish a r', 'c s:publish a r'],
  ['audience-editor', 'Audience editor', ['audiences', 'journeys'], 'a', 'a'],
];
const workspaceRights: WorkspaceRight[] = ['settings', 'members', 'roles', 'audiences', 'journeys', 'auditLog'];
const cells = (text: string): Set<string> => new Set(text.split(' '));
const level = (rights: Set<string>, letter: string): string =>
  rights.has(`${letter}:publish`) ? 'publish' : rights.has(`${letter}:draft`) ? 'draft' : 'none';

describe('the built-in roles', () => {
  it('are the nine of the table, in its order', () => {
    expect(builtInRoles.map(({ key, document }) => [key, document.name])).toEqual(
      table.map(([key, name]) => [key, name]),
    );
  });

  describe.each(table)('%s', (key, _name, workspace, onSources, onDestinations) => {
    const document = builtInRole(key, id);
    const ability = defineAbilityFor(document);
    const [s, d] = [cells(onSources), cells(onDestinations)];

    it('is a valid, built-in role document', () => {
      expect(RoleDocument.parse(document)).toEqual(document);
      expect(document).toMatchObject({ id, builtIn: true });
    });

    it('has its workspace rights and no others', () => {
      expect(workspaceRights.filter((right) => canWorkspace(ability, right))).toEqual(workspace);
    });

    it('views everything', () => {
      expect([model, sync, source, destination].map((subject) => canView(ability, subject))).toEqual(
        Array(4).fill(true),
      );
    });

    it('has its levels', () => {
      expect(levelOn(ability, model)).toBe(level(s, 'm'));
      expect(level(s, 's')).toBe(level(d, 's') === 'none' ? 'none' : level(s, 's'));
      expect(levelOn(ability, sync)).toBe(level(d, 's'));
      expect([model, sync].map((subject) => canPublish(ability, subject))).toEqual([
        s.has('m:publish'),
        d.has('s:publish'),
      ]);
      expect([model, sync].map((subject) => canEditMetadata(ability, subject))).toEqual([
        level(s, 'm') !== 'none',
        level(d, 's') !== 'none',
      ]);
      expect(canPreview(ability, source)).toBe(level(s, 'm') !== 'none');
    });

    it('approves, runs, configures and creates what the table says', () => {
      expect([canApprove(ability, model), canApprove(ability, sync)]).toEqual([s.has('a'), s.has('a') && d.has('a')]);
      expect(canRun(ability, sync)).toBe(s.has('r') && d.has('r'));
      expect([canConfigure(ability, source), canCreate(ability, 'source')]).toEqual([s.has('c'), s.has('c')]);
      expect([canConfigure(ability, destination), canCreate(ability, 'destination')]).toEqual([d.has('c'), d.has('c')]);
    });

    it('does not exceed Admin, nor itself', () => {
      expect(exceeds(document, builtInRole('admin', id))).toEqual([]);
      expect(exceeds(document, document)).toEqual([]);
    });
  });

  it('can all approve by default, but for draft editors and viewers', () => {
    const approving = builtInRoles.filter(({ key }) => canApprove(defineAbilityFor(builtInRole(key, id)), sync));
    expect(approving.map(({ key }) => key)).toEqual(
      table.map(([key]) => key).filter((key) => key !== 'workspace-draft-editor' && key !== 'workspace-viewer'),
    );
  });

  it('are handed out as copies', () => {
    builtInRole('admin', id).sources[0]!.approve = false;
    expect(builtInRole('admin', id).sources[0]!.approve).toBe(true);
  });
});

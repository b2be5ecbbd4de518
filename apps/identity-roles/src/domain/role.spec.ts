import { canView, defineAbilityFor } from '@imprimatur/abilities';
import { RoleDocument } from '@imprimatur/contracts';
import { onDestination, onSource, roleContent, SOURCE } from '../testing/role-content.fixture.ts';
import { nameForCopy } from './role-copy-name.ts';
import { builtInRolesOf, deleteRole, editRole, MAX_CUSTOM_ROLES, newCustomRole, type Role } from './role.ts';

const [ID, WORKSPACE] = ['01920000-0000-7000-8000-000000000009', '01920000-0000-7000-8000-000000000001'];
const analyst = (over = {}): Role => newCustomRole(ID, WORKSPACE, roleContent(over), 0);
const admin = builtInRolesOf(WORKSPACE)[0]!;
const builtIn = expect.objectContaining({ kind: 'conflict', code: 'role.built-in' });
const unsound = (...fields: [path: string, code: string][]) =>
  expect.objectContaining({
    code: 'input.invalid',
    fields: fields.map(([path, code]) => expect.objectContaining({ path, code })),
  });

describe('a custom role', () => {
  it('begins with what was written, and with nothing else', () => {
    const written = { ...roleContent({ workspace: { members: true } }), builtIn: true, id: 'mine' };
    const role = newCustomRole(ID, WORKSPACE, written, 0);
    expect(role).toMatchObject({ id: ID, workspaceId: WORKSPACE, builtIn: null, deleted: false, seq: 1 });
    expect(role.document).toEqual({ ...roleContent({ workspace: { members: true } }), id: ID, builtIn: false });
    expect(RoleDocument.parse(role.document)).toEqual(role.document);
  });

  it('is refused where there are too many already', () => {
    expect(() => newCustomRole(ID, WORKSPACE, roleContent(), MAX_CUSTOM_ROLES - 1)).not.toThrow();
    expect(() => newCustomRole(ID, WORKSPACE, roleContent(), MAX_CUSTOM_ROLES)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'role.too-many' }),
    );
  });

  it('names a source or destination once', () => {
    const sources = [onSource('all'), onSource(SOURCE), onSource('all'), onSource(SOURCE, { models: 'draft' })];
    const destinations = [onDestination(SOURCE), onDestination(SOURCE)];
    expect(() => analyst({ sources, destinations })).toThrow(
      unsound(
        ['/sources/2/scope', 'scope-twice'],
        ['/sources/3/scope', 'scope-twice'],
        ['/destinations/1/scope', 'scope-twice'],
      ),
    );
    expect(() => analyst({ sources: [onSource(SOURCE)], destinations: [onDestination(SOURCE)] })).not.toThrow();
  });

  it('has no right without view', () => {
    const sources = [onSource('all', { view: false, models: 'draft', approve: true })];
    const destinations = [onDestination('all', { view: false }), onDestination(SOURCE, { view: false, run: true })];
    expect(() => analyst({ sources, destinations })).toThrow(
      unsound(
        ['/sources/0/models', 'view-missing'],
        ['/sources/0/approve', 'view-missing'],
        ['/destinations/1/run', 'view-missing'],
      ),
    );
  });

  it('raises its seq with every edit that changes something', () => {
    const edited = editRole(analyst(), roleContent({ name: 'Senior analyst' }));
    expect(edited).toMatchObject({ seq: 2, document: { name: 'Senior analyst', id: ID, builtIn: false } });
    expect(editRole(edited, roleContent({ name: 'Senior analyst' }))).toBe(edited);
    expect(() => editRole(analyst(), roleContent({ sources: [onSource('all'), onSource('all')] }))).toThrow(
      unsound(['/sources/1/scope', 'scope-twice']),
    );
  });

  it('is deleted once nobody has it, and then grants nothing', () => {
    const holders = [{ id: 'm1', name: 'Dana' }];
    expect(() => deleteRole(analyst(), holders)).toThrow(
      expect.objectContaining({ code: 'role.assigned', details: { members: holders, memberCount: 1 } }),
    );
    const gone = deleteRole(analyst({ workspace: { roles: true } }), []);
    expect(gone).toMatchObject({ deleted: true, seq: 2, document: { name: 'Analyst', workspace: { roles: false } } });
    expect(canView(defineAbilityFor(gone.document), { kind: 'source', id: SOURCE })).toBe(false);
    expect(RoleDocument.parse(gone.document)).toEqual(gone.document);
  });
});

describe('a built-in role', () => {
  it('is neither edited nor deleted', () => {
    expect(() => editRole(admin, roleContent())).toThrow(builtIn);
    expect(() => editRole(admin, admin.document)).toThrow(builtIn);
    expect(() => deleteRole(admin, [])).toThrow(builtIn);
  });
});

describe('the name of a copy', () => {
  it.each([
    ['Analyst', [], 'Analyst copy'],
    ['Analyst', ['Analyst', 'ANALYST COPY'], 'Analyst copy 2'],
    ['Analyst', ['Analyst copy', 'Analyst copy 2'], 'Analyst copy 3'],
    ['x'.repeat(200), [], `${'x'.repeat(195)} copy`],
  ])('of %s beside %j is %s', (original, taken, name) => {
    expect(nameForCopy(original, taken)).toBe(name);
  });

  it('is never cut within a character', () => {
    expect(nameForCopy(`${'x'.repeat(194)}😀${'y'.repeat(4)}`, []).isWellFormed()).toBe(true);
  });
});

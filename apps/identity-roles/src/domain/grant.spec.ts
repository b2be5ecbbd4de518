import { builtInRoles } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { onDestination, onSource, roleContent } from '../testing/role-content.fixture.ts';
import { assertMayEdit, assertMayGrant } from './grant.ts';
import { builtInRoleId, builtInRolesOf } from './role.ts';

const roles = new Map(
  builtInRolesOf('01920000-0000-7000-8000-000000000001').map((role) => [role.builtIn, role.document]),
);
const exceedsOwn = expect.objectContaining({ kind: 'forbidden', code: 'role.exceeds-own' });

describe('granting a role', () => {
  it.each(builtInRoles.map(({ key }) => key))('is up to Admins for %s', (key) => {
    expect(() => assertMayGrant(roles.get(key)!, roles.get('admin')!)).not.toThrow();
  });

  it('is refused where it has rights that its giver does not hold', () => {
    const memberKeeper = { ...roles.get('workspace-viewer')!, name: 'Member keeper' };
    memberKeeper.workspace = { ...memberKeeper.workspace, members: true };
    expect(() => assertMayGrant(roles.get('workspace-viewer')!, memberKeeper)).not.toThrow();
    expect(() => assertMayGrant(roles.get('admin')!, memberKeeper)).toThrow(exceedsOwn);
    expect(() => assertMayGrant(roles.get('workspace-draft-editor')!, memberKeeper)).toThrow(exceedsOwn);
  });
});

describe('editing a role', () => {
  const document = (over: Parameters<typeof roleContent>[0]): RoleDocument => ({
    ...roleContent(over),
    id: 'role',
    builtIn: false,
  });
  const editor = document({ destinations: [onDestination('all', { approve: true, run: true })] });
  const before = document({ sources: [onSource('all', { approve: true, models: 'publish' })] });

  it('may take away what its editor does not hold', () => {
    expect(() => assertMayEdit(before, before, editor)).not.toThrow();
    expect(() => assertMayEdit(before, document({}), editor)).not.toThrow();
  });

  it('adds nothing that its editor does not hold', () => {
    expect(() => assertMayEdit(document({}), editor, editor)).not.toThrow();
    expect(() => assertMayEdit(document({}), before, editor)).toThrow(exceedsOwn);
  });

  it('does not complete, with what its editor holds, what the role lacked: neither of them could approve syncs', () => {
    const after = { ...before, destinations: editor.destinations };
    expect(() => assertMayEdit(before, after, editor)).toThrow(exceedsOwn);
  });
});

describe('built-in roles', () => {
  it('have the same ids in a workspace always, and others in another', () => {
    expect(builtInRoleId('w1', 'admin')).toBe(builtInRoleId('w1', 'admin'));
    expect(new Set(['w1', 'w2'].flatMap((id) => builtInRolesOf(id).map((role) => role.id))).size).toBe(18);
  });
});

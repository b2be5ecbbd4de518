import { builtInRoles } from '@imprimatur/abilities';
import { assertMayGrant } from './grant.ts';
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

describe('built-in roles', () => {
  it('have the same ids in a workspace always, and others in another', () => {
    expect(builtInRoleId('w1', 'admin')).toBe(builtInRoleId('w1', 'admin'));
    expect(new Set(['w1', 'w2'].flatMap((id) => builtInRolesOf(id).map((role) => role.id))).size).toBe(18);
  });
});

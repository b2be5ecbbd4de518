import {
  actsAsAdmin,
  assertAdminRemains,
  changeMember,
  endTokens,
  grantsAnew,
  type Member,
  newPerson,
  removeMember,
} from './member.ts';

const ADMIN = 'admin-role';
const ada: Member = {
  ...newPerson({ id: 'ada', workspaceId: 'w', accountId: 'a', name: 'Ada', roleId: ADMIN }),
  seq: 3,
};

describe('changing a member', () => {
  it('raises version and seq', () => {
    expect(changeMember(ada, { roleId: 'viewer' })).toEqual({ ...ada, roleId: 'viewer', version: 2, seq: 4 });
  });

  it('is no change when nothing differs', () => {
    expect(changeMember(ada, { name: 'Ada', active: true, roleId: undefined })).toBe(ada);
  });
});

describe('removing a member', () => {
  it('erases what identifies the person and keeps the row', () => {
    expect(removeMember(ada)).toEqual({
      ...ada,
      accountId: null,
      name: '',
      active: false,
      deleted: true,
      version: 2,
      seq: 4,
      tokensFromSeq: 4,
    });
  });
});

describe('the access tokens of a member', () => {
  it('end with deactivation, and do not come back with the member', () => {
    const away = changeMember(ada, { active: false });
    expect(away).toMatchObject({ seq: 4, tokensFromSeq: 4 });
    expect(changeMember(away, { active: true })).toMatchObject({ seq: 5, tokensFromSeq: 4 });
    expect(changeMember(ada, { name: 'Ada L.' })).toMatchObject({ seq: 4, tokensFromSeq: 1 });
  });

  it('can be ended without anything else changing', () => {
    expect(endTokens(ada)).toEqual({ ...ada, seq: 4, tokensFromSeq: 4 });
  });
});

describe('what a change hands out', () => {
  const inactive: Member = { ...ada, active: false };

  it.each([
    ['another role', ada, changeMember(ada, { roleId: 'viewer' }), true],
    ['a role again, by reactivation', inactive, changeMember(inactive, { active: true }), true],
    ['another role, to somebody inactive', inactive, changeMember(inactive, { roleId: 'viewer' }), true],
    ['another role, on the way out', ada, changeMember(ada, { roleId: 'viewer', active: false }), true],
    ['nothing, by a new name', ada, changeMember(ada, { name: 'Ada L.' }), false],
    ['nothing, by deactivation', ada, changeMember(ada, { active: false }), false],
  ])('is %s', (_, before, after, handsOut) => {
    expect(grantsAnew(before, after)).toBe(handsOut);
  });
});

describe('the last Admin', () => {
  const lastAdmin = expect.objectContaining({ kind: 'conflict', code: 'member.last-admin' });

  it.each([
    ['demoted', changeMember(ada, { roleId: 'viewer' })],
    ['deactivated', changeMember(ada, { active: false })],
    ['removed', removeMember(ada)],
  ])('cannot be %s', (_, after) => {
    expect(() => assertAdminRemains(ada, after, ADMIN, 0)).toThrow(lastAdmin);
    expect(() => assertAdminRemains(ada, after, ADMIN, 1)).not.toThrow();
  });

  it('can be renamed', () => {
    expect(() => assertAdminRemains(ada, changeMember(ada, { name: 'A.' }), ADMIN, 0)).not.toThrow();
  });

  it('is not missed in somebody who did not act as one', () => {
    const inactive: Member = { ...ada, active: false };
    expect(() => assertAdminRemains(inactive, removeMember(inactive), ADMIN, 0)).not.toThrow();
  });

  it('is never a service account', () => {
    expect(actsAsAdmin({ ...ada, kind: 'service' }, ADMIN)).toBe(false);
    expect(actsAsAdmin(ada, ADMIN)).toBe(true);
  });
});

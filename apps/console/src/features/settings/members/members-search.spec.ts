import type { Member } from '../../../api/members-query.ts';
import { matching, membersSearchOf } from './members-search.ts';

const member = (change: Partial<Member>): Member => ({
  id: 'm',
  name: 'Ada',
  email: 'ada@acme.example',
  kind: 'person',
  role: { id: 'r', name: 'Admin' },
  active: true,
  status: 'active',
  mustRequestApproval: { models: 'none', syncs: 'none' },
  version: 1,
  ...change,
});

describe('which members are shown', () => {
  it('are persons found by part of their name, address or role', () => {
    const members = [
      member({ name: 'Ada' }),
      member({ name: 'Dana', email: null, role: { id: 'd', name: 'Drafts' } }),
      member({ name: 'Nightly', kind: 'service' }),
    ];
    const found = (q: string): string[] => matching(members, { q }).map(({ name }) => name);
    expect(found('')).toEqual(['Ada', 'Dana']);
    expect(found(' ACME ')).toEqual(['Ada']);
    expect(found('draft')).toEqual(['Dana']);
  });

  it('can be those of one status', () => {
    const members = [member({}), member({ name: 'Nora', status: 'invited' })];
    expect(matching(members, { status: 'invited' }).map(({ name }) => name)).toEqual(['Nora']);
  });

  it('leaves out of the address what makes no sense', () => {
    expect(membersSearchOf({ q: 12, status: 'asleep' })).toEqual({ q: '12' });
    expect(membersSearchOf({ q: '', status: 'invited', more: 1 })).toEqual({ status: 'invited' });
  });
});

import { builtInRole, defineAbilityFor } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import { viewerOf } from '../../test/people.ts';
import { hears, type Audience } from './feed-entry.ts';

const listener = (role: RoleDocument | null) => ({ ability: defineAbilityFor(role), role });
const [seen, hidden, crm] = [newId(), newId(), newId()];
const viewer = listener(viewerOf([seen], [crm]));
const model = (sourceId: string) => ({ kind: 'model' as const, sourceId });
const sync = (sourceId: string, destinationId: string) => ({
  kind: 'sync' as const,
  ends: [{ sourceId, destinationId }],
});

describe('who hears of a change', () => {
  it.each<[string, Audience, boolean]>([
    ['what is for everybody', { everybody: true }, true],
    ['what takes a right they lack', { right: 'members' }, false],
    ['a model on their source', { all: [model(seen)] }, true],
    ['a model elsewhere', { all: [model(hidden)] }, false],
    ['a sync between their ends', { all: [sync(seen, crm)] }, true],
    ['a sync from elsewhere', { all: [sync(hidden, crm)] }, false],
    ['a request with one item of theirs', { any: [model(hidden), model(seen)] }, true],
    ['a request with none', { any: [model(hidden), sync(seen, hidden)] }, false],
    ['what names nothing', { all: [] }, false],
    ['what names nobody', {} as Audience, false],
  ])('a viewer of one source and one destination, of %s: %#', (_, audience, expected) => {
    expect(hears(viewer, audience)).toBe(expected);
  });

  it('is who has the right now', () => {
    const admin = listener(builtInRole('admin', newId()));
    expect(hears(admin, { right: 'members' })).toBe(true);
    expect([{ right: 'members' as const }, { all: [model(seen)] }].map((each) => hears(listener(null), each))).toEqual([
      false,
      false,
    ]);
  });
});

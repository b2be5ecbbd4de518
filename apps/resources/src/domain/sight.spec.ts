import { defineAbilityFor } from '@imprimatur/abilities';
import type { RoleDocument } from '@imprimatur/contracts';
import { draft, published, resource } from '../testing/resource.fixture.ts';
import type { EndIds } from './resource.ts';
import { seesReference, visibleDraft } from './sight.ts';

const at = (place: string): EndIds => ({ sourceId: 's', destinationId: place, modelId: `model at ${place}` });
const grant = { view: true, configure: false, syncs: 'none', approve: false, run: false } as const;

function whoSees(...destinations: string[]) {
  const role: RoleDocument = {
    ...{ id: 'role', name: 'role', builtIn: false },
    workspace: { settings: false, members: false, roles: false, audiences: false, journeys: false, auditLog: false },
    sources: [{ ...grant, scope: 'all', models: 'none' }],
    destinations: destinations.map((scope) => ({ ...grant, scope })),
  };
  return { ability: defineAbilityFor(role) };
}

const staying = resource({ kind: 'sync', ends: at('here'), published: published({ ends: at('here') }, 'sync') });
const moving = { ...staying, draft: draft({ ends: at('there') }, 'sync') };
const fresh = resource({
  ...{ kind: 'sync', ends: at('there'), published: null },
  draft: draft({ ends: at('there') }, 'sync'),
});

describe('a draft', () => {
  it.each([
    ['where it was and where it goes', moving, ['here', 'there'], true],
    ['where it was alone', moving, ['here'], false],
    ['where it goes alone', moving, ['there'], false],
    ['where it is, when it is nowhere else', fresh, ['there'], true],
    ['anywhere, when there is none', staying, ['here', 'there'], false],
  ])('is seen by who may view %s', (_, sync, destinations, seen) => {
    expect(visibleDraft(whoSees(...destinations), sync) !== null).toBe(seen);
  });
});

describe('a reference', () => {
  it.each([
    ['what is published', moving, 'here', ['here'], true],
    ['what is published', moving, 'here', ['there'], false],
    ['a draft that moves there', moving, 'there', ['here', 'there'], true],
    ['a draft that moves there', moving, 'there', ['there'], false],
    ['a draft of its own', fresh, 'there', ['there'], true],
    ['a draft of its own', fresh, 'there', ['here'], false],
    ['nothing', staying, 'there', ['here', 'there'], false],
  ])('by %s', (_, sync, place, destinations, seen) => {
    expect(seesReference(whoSees(...destinations), sync, ({ destinationId }) => destinationId === place)).toBe(seen);
  });

  it('by an empty model is to the source it was made on', () => {
    const empty = resource({ ends: { sourceId: 's', destinationId: null, modelId: null }, published: null });
    expect(seesReference(whoSees(), empty, ({ sourceId }) => sourceId === 's')).toBe(true);
  });
});

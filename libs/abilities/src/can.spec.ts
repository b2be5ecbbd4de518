import type { DestinationGrant, SourceGrant } from '@imprimatur/contracts';
import {
  canApprove,
  canConfigure,
  canCreate,
  canPreview,
  canPreviewPinned,
  canRun,
  canView,
  canWorkspace,
  defineAbilityFor,
  levelOn,
  subjectOf,
  type AppAbility,
} from './index.ts';
import { destination, role, source } from './role.fixture.ts';

const abilityOf = (sources: SourceGrant[], destinations: DestinationGrant[] = []): AppAbility =>
  defineAbilityFor(role(sources, destinations));
const onSource = (sourceId: string) => ({ kind: 'model', sourceId }) as const;
const moved = (...ends: [string, string][]) =>
  ({ kind: 'sync', ends: ends.map(([sourceId, destinationId]) => ({ sourceId, destinationId })) }) as const;
const full = { configure: true, models: 'publish', syncs: 'publish', approve: true, run: true } as const;
const fullDestination = { configure: true, syncs: 'publish', approve: true, run: true } as const;

describe('a member without a role', () => {
  it('may do nothing', () => {
    const ability = defineAbilityFor(null);
    expect(canView(ability, onSource('a')) || canView(ability, { kind: 'destination', id: 'a' })).toBe(false);
    expect(levelOn(ability, onSource('a'))).toBe('none');
    expect(canCreate(ability, 'source') || canCreate(ability, 'destination')).toBe(false);
    expect(canWorkspace(ability, 'members')).toBe(false);
  });
});

describe('a grant that names a source', () => {
  it('replaces the grant on all there, also where it gives less', () => {
    const ability = abilityOf([source('all', full), source('secret'), source('staging', { models: 'draft' })]);
    expect(['other', 'secret', 'staging'].map((id) => levelOn(ability, onSource(id)))).toEqual([
      'publish',
      'none',
      'draft',
    ]);
    expect(['other', 'secret'].map((id) => canApprove(ability, onSource(id)))).toEqual([true, false]);
    expect(canView(ability, onSource('secret'))).toBe(true);
  });

  it('gives nothing elsewhere', () => {
    const ability = abilityOf([source('mine', full)]);
    expect(levelOn(ability, onSource('mine'))).toBe('publish');
    expect(levelOn(ability, onSource('other'))).toBe('none');
    expect(canView(ability, onSource('other'))).toBe(false);
    expect(canCreate(ability, 'source')).toBe(false);
  });

  it('gives nothing without view, and takes everything that all gave', () => {
    const ability = abilityOf([source('all', full), source('hidden', { ...full, view: false })]);
    expect(levelOn(ability, onSource('hidden'))).toBe('none');
    expect(canConfigure(ability, { kind: 'source', id: 'hidden' })).toBe(false);
    expect(canApprove(ability, onSource('hidden')) || canPreview(ability, onSource('hidden'))).toBe(false);
  });

  it('named twice has what both grants give', () => {
    const ability = abilityOf([source('twice', full), source('twice', { models: 'draft' })]);
    expect(levelOn(ability, onSource('twice'))).toBe('draft');
    expect(canApprove(ability, onSource('twice'))).toBe(false);
  });

  it('becomes one rule for each action, however many sources there are', () => {
    const scoped = Array.from({ length: 200 }, (_, n) => source(`source-${n}`, n % 2 === 0 ? full : {}));
    expect(abilityOf([source('all', full), ...scoped]).rules).toHaveLength(9);
    expect(levelOn(abilityOf(scoped), onSource('source-198'))).toBe('publish');
    expect(levelOn(abilityOf(scoped), onSource('source-199'))).toBe('none');
  });

  it('never passes for an id that is missing', () => {
    const ability = abilityOf([source('all', full), source('secret')]);
    expect(canView(ability, onSource(undefined as unknown as string))).toBe(false);
    expect(canView(ability, { kind: 'report' } as never)).toBe(false);
  });
});

describe('a sync', () => {
  it.each([
    ['publish', 'publish', 'publish'],
    ['publish', 'draft', 'draft'],
    ['draft', 'publish', 'draft'],
    ['publish', 'none', 'none'],
    ['none', 'publish', 'none'],
    ['draft', 'none', 'none'],
  ] as const)('is judged by the weaker of %s on its source and %s on its destination', (here, there, weaker) => {
    const ability = abilityOf([source('all', { syncs: here })], [destination('all', { syncs: there })]);
    expect(levelOn(ability, moved(['s', 'd']))).toBe(weaker);
  });

  it('takes approve, run and view on both sides', () => {
    const oneSided = abilityOf([source('all', full)], [destination('all'), destination('hidden', { view: false })]);
    const both = abilityOf([source('all', full)], [destination('all', fullDestination)]);
    expect([canApprove(oneSided, moved(['s', 'd'])), canApprove(both, moved(['s', 'd']))]).toEqual([false, true]);
    expect([canRun(oneSided, moved(['s', 'd'])), canRun(both, moved(['s', 'd']))]).toEqual([false, true]);
    expect([canView(oneSided, moved(['s', 'd'])), canView(oneSided, moved(['s', 'hidden']))]).toEqual([true, false]);
  });

  it('that is being moved is judged on its old and new ends together', () => {
    const ability = abilityOf(
      [source('all', full)],
      [destination('all', fullDestination), destination('old', { syncs: 'draft' }), destination('closed')],
    );
    expect(levelOn(ability, moved(['s', 'new']))).toBe('publish');
    expect(levelOn(ability, moved(['s', 'new'], ['s', 'old']))).toBe('draft');
    expect(levelOn(ability, moved(['s', 'new'], ['s', 'closed']))).toBe('none');
    expect(canApprove(ability, moved(['s', 'new'], ['s', 'old']))).toBe(false);
  });

  it('without ends is nobody’s', () => {
    const ability = abilityOf([source('all', full)], [destination('all', fullDestination)]);
    expect(canView(ability, moved()) || canApprove(ability, moved())).toBe(false);
    expect(levelOn(ability, moved())).toBe('none');
  });
});

describe('the subject of an item', () => {
  const end = { sourceName: 'S', destinationName: 'D', modelId: 'm', modelName: 'M' };

  it('is the source of a model, and all ends of a sync', () => {
    const ends = [
      { ...end, sourceId: 's1', destinationId: 'd1' },
      { ...end, sourceId: 's2', destinationId: 'd2' },
    ];
    expect(subjectOf({ kind: 'sync', ends })).toEqual(moved(['s1', 'd1'], ['s2', 'd2']));
    expect(subjectOf({ kind: 'model', ends: [{ ...end, sourceId: 's1', destinationId: null }] })).toEqual(
      onSource('s1'),
    );
  });

  it('refuses what cannot be: a sync without a destination, a model of two sources', () => {
    const ends = [
      { ...end, sourceId: 's1', destinationId: null },
      { ...end, sourceId: 's2', destinationId: null },
    ];
    expect(() => subjectOf({ kind: 'sync', ends })).toThrow(TypeError);
    expect(() => subjectOf({ kind: 'model', ends })).toThrow(TypeError);
  });
});

describe('rows of a query', () => {
  it('are for model editors, and those of a request for its approvers as well, who are persons', () => {
    const [editor, approver, viewer] = [{ models: 'draft' } as const, { approve: true }, {}].map((rights) =>
      abilityOf([source('all', rights)]),
    );
    const seen = [editor, approver, viewer].map((a) => [
      canPreview(a!, onSource('s')),
      canPreviewPinned({ kind: 'person', ability: a! }, onSource('s')),
      canPreviewPinned({ kind: 'service', ability: a! }, onSource('s')),
    ]);
    expect(seen).toEqual([
      [true, true, true],
      [false, true, false],
      [false, false, false],
    ]);
  });
});

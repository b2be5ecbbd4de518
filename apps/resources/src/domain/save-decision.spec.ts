import { saveOptions } from '@imprimatur/abilities';
import type { Content } from '@imprimatur/contracts';
import { contentHash } from '@imprimatur/kernel';
import { modelContent } from '@imprimatur/testing';
import { draft, published, resource } from '../testing/resource.fixture.ts';
import { assertMaySave, decideSave, type Save, type SaveAction } from './save-decision.ts';
import type { Resource } from './resource.ts';

const changed = modelContent({ query: 'select id, email, city from customers where active' });

const save = (over: Partial<Save> & { content?: Content } = {}): Save => {
  const content = over.content ?? changed;
  return {
    ...{ action: 'save_draft', basedOn: { version: 1 }, binding: null, savedBy: 'erin' },
    ...{ content, contentHash: contentHash(content) },
    ...over,
  };
};
const decide = (of: Resource, over: Partial<Save> = {}) => decideSave(of, save(over), 'new-draft');
const withDraft = (over: Parameters<typeof draft>[0] = {}): Resource => resource({ draft: draft(over) });
const inReview = withDraft({ state: 'in_review', requestId: 'request-7' });
const stale = resource({ published: published({ version: 2 }), draft: draft({ baseVersion: 1 }) });
const brandNew = resource({ published: null, lastRevision: 0 });

describe('what a save is based on', () => {
  it.each<[string, Resource, Save['basedOn']]>([
    ['another version', resource(), { version: 2 }],
    ['a draft that is not there', resource(), { revision: 2 }],
    ['an older revision of the draft', withDraft(), { revision: 1 }],
    ['the version, beside a draft', withDraft(), { version: 1 }],
    ['nothing, beside a version', resource(), null],
    ['nothing, beside a draft', resource({ published: null, draft: draft() }), null],
    ['a version of a resource that has none', brandNew, { version: 1 }],
  ])('is refused when it is %s, with both contents', (_, of, basedOn) => {
    const current = of.draft ?? of.published;
    expect(() => decide(of, { basedOn })).toThrow(
      expect.objectContaining({
        kind: 'stale',
        code: 'draft.stale-base',
        details: {
          current: current === null ? null : expect.objectContaining({ content: current.content }),
          yours: changed,
        },
      }),
    );
  });

  it('is never nothing for a publication around a draft that has no version', () => {
    const never = resource({ published: null, draft: draft({ baseVersion: null }) });
    expect(() => decide(never, { action: 'publish_now', basedOn: null })).toThrow(
      expect.objectContaining({ code: 'draft.stale-base' }),
    );
  });
});

describe('saving as a draft', () => {
  it('starts one from the published version', () => {
    expect(decide(resource())).toEqual({
      ...{ into: 'draft', revision: 3 },
      draft: { draftId: 'new-draft', baseVersion: 1, contributors: ['erin'], state: 'editing' },
    });
  });

  it('starts one from nothing', () => {
    expect(decide(brandNew, { basedOn: null })).toMatchObject({ revision: 1, draft: { baseVersion: null } });
  });

  it('goes on with the one there is, and names everyone who saved it once', () => {
    const of = withDraft({ contributors: ['dana', 'erin'] });
    expect(decide(of, { basedOn: { revision: 2 } })).toMatchObject({
      ...{ into: 'draft', revision: 3 },
      draft: { draftId: of.draft!.draftId, baseVersion: 1, contributors: ['dana', 'erin'] },
    });
    expect(decide(of, { basedOn: { revision: 2 }, savedBy: 'mona' })).toMatchObject({
      draft: { contributors: ['dana', 'erin', 'mona'] },
    });
  });

  it('never takes a revision twice, also not after a draft was deleted', () => {
    expect(decide(resource({ lastRevision: 41 })).revision).toBe(42);
  });

  it('goes on with a stale draft, which stays stale', () => {
    expect(decide(stale, { basedOn: { revision: 2 } })).toMatchObject({ into: 'draft', draft: { baseVersion: 1 } });
  });
});

describe('a draft in review', () => {
  it.each<[SaveAction, Save['basedOn']]>([
    ['save_draft', { revision: 2 }],
    ['save_draft', { version: 1 }],
    ['submit', { revision: 2 }],
    ['publish_now', { revision: 2 }],
  ])('refuses %s based on %j', (action, basedOn) => {
    expect(() => decide(inReview, { action, basedOn })).toThrow(
      expect.objectContaining({ code: 'draft.in-review', details: { requestId: 'request-7' } }),
    );
  });

  it('does not stand in the way of a hotfix', () => {
    expect(decide(inReview, { action: 'publish_now', basedOn: { version: 1 } })).toEqual({
      into: 'version',
      revision: 3,
    });
  });
});

describe('publishing now', () => {
  it('consumes the draft it is based on', () => {
    const decision = decide(withDraft(), { action: 'publish_now', basedOn: { revision: 2 } });
    expect(decision).toMatchObject({ into: 'draft', draft: { draftId: withDraft().draft!.draftId } });
  });

  it('leaves the draft alone when it is based on the version', () => {
    expect(decide(withDraft(), { action: 'publish_now' })).toEqual({ into: 'version', revision: 3 });
  });

  it('creates', () => {
    expect(decide(brandNew, { action: 'publish_now', basedOn: null })).toEqual({ into: 'version', revision: 1 });
  });
});

describe('restoring a version', () => {
  it('is a save on the published version when there is no draft', () => {
    expect(decide(resource(), { restoredFrom: 1 })).toMatchObject({ into: 'draft', revision: 3 });
    expect(decide(resource(), { restoredFrom: 1, action: 'publish_now' })).toEqual({ into: 'version', revision: 3 });
  });

  it.each<SaveAction>(['save_draft', 'submit', 'publish_now'])(
    'never goes around the draft there is by %s',
    (action) => {
      expect(() => decide(withDraft(), { action, restoredFrom: 1 })).toThrow(
        expect.objectContaining({ kind: 'stale', code: 'draft.stale-base' }),
      );
      expect(decide(withDraft(), { action, restoredFrom: 1, basedOn: { revision: 2 } })).toMatchObject({
        into: 'draft',
      });
      expect(() => decide(inReview, { action, restoredFrom: 1 })).toThrow(
        expect.objectContaining({ code: 'draft.in-review', details: { requestId: 'request-7' } }),
      );
    },
  );
});

describe('a stale draft', () => {
  it.each<SaveAction>(['submit', 'publish_now'])('cannot be taken further by %s', (action) => {
    expect(() => decide(stale, { action, basedOn: { revision: 2 } })).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'draft.stale' }),
    );
  });
});

describe('a content that is published already', () => {
  const same = modelContent();

  it.each<[SaveAction, Resource, Save['basedOn']]>([
    ['save_draft', resource(), { version: 1 }],
    ['submit', resource(), { version: 1 }],
    ['publish_now', resource(), { version: 1 }],
    ['publish_now', withDraft(), { revision: 2 }],
    ['save_draft', withDraft(), { revision: 2 }],
  ])('is refused by %s', (action, of, basedOn) => {
    expect(() => decide(of, { action, basedOn, content: same, contentHash: contentHash(same) })).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'draft.no-change' }),
    );
  });

  it('is saved when it renews a binding that waits, and only then', () => {
    const waiting = { modelId: 'm', revision: 2, draftId: 'gone', satisfiedBy: null };
    const satisfied = { ...waiting, satisfiedBy: 2 };
    const now = { modelId: 'm', revision: 4, draftId: null, satisfiedBy: 3 };
    const to = (binding: Save['binding'], next: Save['binding']) => () =>
      decide(resource({ published: published({ binding }) }), {
        ...{ content: same, contentHash: contentHash(same), binding: next },
      });
    expect(to(waiting, now)()).toMatchObject({ into: 'draft' });
    expect(to(waiting, waiting)).toThrow(expect.objectContaining({ code: 'draft.no-change' }));
    expect(to(satisfied, now)).toThrow(expect.objectContaining({ code: 'draft.no-change' }));
  });
});

describe('what a member may choose', () => {
  it.each<[Parameters<typeof saveOptions>, SaveAction, string | null]>([
    [['publish', true], 'publish_now', null],
    [['publish', true], 'submit', null],
    [['publish', true], 'save_draft', null],
    [['draft', true], 'publish_now', 'rights.missing'],
    [['draft', true], 'submit', null],
    [['draft', true], 'save_draft', null],
    [['none', true], 'save_draft', 'rights.missing'],
    [['publish', false], 'publish_now', null],
    [['publish', false], 'submit', 'approvals.disabled'],
    [['publish', false], 'save_draft', 'approvals.disabled'],
    [['draft', false], 'publish_now', 'approvals.disabled-for-draft-role'],
    [['draft', false], 'submit', 'approvals.disabled-for-draft-role'],
    [['draft', false], 'save_draft', 'approvals.disabled-for-draft-role'],
    [['none', false], 'publish_now', 'rights.missing'],
  ])('with %j: %s → %s', (options, action, code) => {
    const choose = (): void => assertMaySave(saveOptions(...options), action);
    if (code === null) expect(choose).not.toThrow();
    else expect(choose).toThrow(expect.objectContaining({ code }));
  });
});

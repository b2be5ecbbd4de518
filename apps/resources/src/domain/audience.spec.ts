import type { AudienceContent } from '@imprimatur/contracts';
import { derivedId } from '@imprimatur/kernel';
import { modelContent } from '@imprimatur/testing';
import { draft, published, resource } from '../testing/resource.fixture.ts';
import { assertConditions, type Audience } from './audience.ts';
import { destinationsOf } from './journey.ts';
import { assertVersionSeen, nextVersion } from './live-resource.ts';

const on = (...columns: string[]): AudienceContent => ({
  modelId: derivedId('model'),
  conditions: columns.map((column) => ({ column, operator: 'equals', value: 1 })),
});
const having = (...columns: string[]) => modelContent({ columns: columns.map((name) => ({ name, type: 'text' })) });

describe('the conditions of an audience', () => {
  const both = resource({
    published: published({ content: having('id', 'old') }),
    draft: draft({ content: having('id', 'new') }),
  });

  it('name columns of the published model or of its draft', () => {
    expect(() => assertConditions(on('id', 'old', 'new'), both)).not.toThrow();
    expect(() => assertConditions(on(), both)).not.toThrow();
  });

  it('name no others', () => {
    expect(() => assertConditions(on('old', 'nowhere'), both)).toThrow(
      expect.objectContaining({
        code: 'audience.unknown-column',
        fields: [expect.objectContaining({ path: '/content/conditions/1/column' })],
      }),
    );
    expect(() => assertConditions(on('new'), { ...both, draft: null })).toThrow();
  });

  it('are for a model that has a content', () => {
    expect(() => assertConditions(on(), resource({ published: null }))).toThrow(
      expect.objectContaining({ code: 'model.empty' }),
    );
  });
});

describe('a save of what is live at once', () => {
  const audience: Audience = {
    ...{ workspaceId: 'w', id: 'a', name: 'first', version: 4, seq: 6, sourceId: 's', content: on('id') },
    ...{ savedBy: 'dana', savedAt: new Date(0), deleted: false },
  };

  it('is its next version', () => {
    const change = { name: 'second', content: on(), sourceId: 't', savedBy: 'erin', savedAt: new Date(1) };
    expect(nextVersion(audience, change)).toEqual({ ...audience, ...change, version: 5, seq: 7 });
  });

  it('names the version it was made on', () => {
    expect(() => assertVersionSeen('audience', audience, '4')).not.toThrow();
    for (const seen of ['3', '5', '', '4.0'])
      expect(() => assertVersionSeen('audience', audience, seen, on())).toThrow(
        expect.objectContaining({ kind: 'stale', code: 'audience.stale' }),
      );
  });
});

it('names each destination of a journey once', () => {
  const enter = (destinationId: string) => ({ kind: 'enter_destination' as const, destinationId, object: 'contacts' });
  const steps = [enter('b'), { kind: 'wait' as const, amount: 1, unit: 'days' as const }, enter('a'), enter('b')];
  expect(destinationsOf({ audienceId: 'x', steps })).toEqual(['a', 'b']);
});

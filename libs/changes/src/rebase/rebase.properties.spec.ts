import type { Content, GatedKind, ModelContent, SyncContent } from '@imprimatur/contracts';
import fc from 'fast-check';
import { changesOf } from '../changes-of.ts';
import { fieldsOf, sameField } from './content-fields.ts';
import { rebase, type Resolution, type Sides } from './rebase.ts';

// Few names and few values: three contents that have nothing to do with each other would never meet.
const name = fc.constantFrom('a', 'b', 'c/d', 'constructor');
const json = fc.constantFrom<(string | number | null)[]>('x', 1, null);
const options = fc.option(fc.dictionary(name, json, { maxKeys: 3 }), { nil: undefined });
const withOptions = <T extends object>(fields: T, chosen: Record<string, string | number | null> | undefined) =>
  chosen === undefined ? fields : { ...fields, options: chosen };

const model: fc.Arbitrary<ModelContent> = fc
  .record({
    query: fc.array(fc.constantFrom('select', 'id', 'from t'), { minLength: 1, maxLength: 5 }),
    columns: fc.uniqueArray(fc.record({ name, type: fc.constantFrom('text' as const, 'date' as const) }), {
      ...{ minLength: 1, selector: (column) => column.name },
    }),
    options,
  })
  .map(({ query, columns, options: chosen }) => ({
    query: query.join('\n'),
    configuration: withOptions({ primaryKey: columns[0]!.name }, chosen),
    columns,
  }));

const schedule: fc.Arbitrary<SyncContent['schedule']> = fc.oneof(
  fc.constant({ kind: 'manual' as const }),
  fc.record({
    ...{ kind: fc.constant('weekly' as const), timeZone: fc.constant('UTC'), times: fc.constant<string[]>(['08:00']) },
    days: fc.uniqueArray(fc.constantFrom('monday' as const, 'friday' as const), { minLength: 1 }),
  }),
);

const sync: fc.Arbitrary<SyncContent> = fc
  .record({
    object: fc.constantFrom('a', 'b'),
    mapping: fc.uniqueArray(fc.record({ column: name, field: name }), {
      ...{ minLength: 1, selector: ({ field }) => field },
    }),
    ...{ options, schedule },
  })
  .map(({ object, mapping, options: chosen, schedule: when }) => ({
    configuration: withOptions(
      {
        modelId: '01990000-0000-7000-8000-000000000001',
        destinationId: '01990000-0000-7000-8000-000000000002',
        ...{ mode: 'upsert' as const, object, mapping, keys: mapping.slice(0, 2).map(({ field }) => field) },
      },
      chosen,
    ),
    schedule: when,
  }));

interface Case extends Sides {
  kind: GatedKind;
  base: Content;
}

const of = (kind: GatedKind, content: fc.Arbitrary<Content>): fc.Arbitrary<Case> =>
  fc.record({ kind: fc.constant(kind), base: content, published: content, mine: content });
const cases = fc.oneof(of('model', model), of('sync', sync));

const same = (kind: GatedKind, a: Content, b: Content): boolean =>
  changesOf(kind, a, b, { ends: [], now: new Date('2026-01-01T00:00:00Z') }).length === 0;
const everyPath = ({ kind, base, published, mine }: Case): string[] => [
  ...new Set([base, published, mine].flatMap((content) => [...fieldsOf(kind, content).keys()])),
];
const check = (property: (each: Case) => void): void => fc.assert(fc.property(cases, property), { numRuns: 300 });

describe('any rebase', () => {
  it('has no conflict when only one side changed: the result is that side', () => {
    check(({ kind, base, mine: other }) => {
      const theirs = rebase(kind, { base, published: other, mine: base });
      const ours = rebase(kind, { base, published: base, mine: other });
      for (const { merged, conflicts, invalid } of [theirs, ours]) {
        expect([conflicts, invalid]).toEqual([[], []]);
        expect(same(kind, merged, other)).toBe(true);
      }
    });
  });

  it('has none when both made the same change', () => {
    check(({ kind, base, mine }) => {
      const { merged, conflicts } = rebase(kind, { base, published: mine, mine });
      expect(conflicts).toEqual([]);
      expect(merged).toBe(mine);
    });
  });

  it('loses nothing: every change is in the result or in a conflict', () => {
    check((each) => {
      const { merged, conflicts } = rebase(each.kind, each);
      const [base, published, mine, result] = [each.base, each.published, each.mine, merged].map((content) =>
        fieldsOf(each.kind, content),
      );
      for (const path of everyPath(each)) {
        const conflict = conflicts.find((other) => other.path === path);
        const values = [base!.get(path), published!.get(path), mine!.get(path)];
        const [was, theirs, ours] = values;
        if (conflict !== undefined) {
          const { base: b, published: p, mine: m } = conflict;
          expect([b, p, m]).toEqual(values.map((value) => value ?? null));
          expect(sameField(path, was, theirs) || sameField(path, was, ours)).toBe(false);
        } else expect(sameField(path, result!.get(path), sameField(path, was, ours) ? theirs : ours)).toBe(true);
      }
    });
  });

  it.each(['mine', 'published'] as const)(
    'resolved as %s everywhere has that value where there was a conflict',
    (take) => {
      check((each) => {
        const { conflicts } = rebase(each.kind, each);
        const resolutions = conflicts.map(({ path }): Resolution => ({ path, take }));
        const resolved = rebase(each.kind, each, resolutions);
        expect(resolved.conflicts).toEqual([]);
        const [result, side] = [fieldsOf(each.kind, resolved.merged), fieldsOf(each.kind, each[take])];
        for (const { path } of conflicts) expect(sameField(path, result.get(path), side.get(path))).toBe(true);
      });
    },
  );

  it('resolved as mine, or as published, in every field there is, is that content', () => {
    check((each) => {
      for (const take of ['mine', 'published'] as const) {
        const resolutions = [...fieldsOf(each.kind, each.published).keys(), ...fieldsOf(each.kind, each.mine).keys()];
        const { merged } = rebase(
          each.kind,
          each,
          resolutions.map((path) => ({ path, take })),
        );
        expect(same(each.kind, merged, each[take])).toBe(true);
      }
    });
  });

  it('says which field does not fit, and only of what neither side was', () => {
    check((each) => {
      const { merged, invalid } = rebase(each.kind, each);
      for (const { path } of invalid) expect(path).toMatch(/^\/(columns|configuration\/(primaryKey|keys|mapping))/);
      if (same(each.kind, merged, each.mine) || same(each.kind, merged, each.published)) expect(invalid).toEqual([]);
    });
  });
});

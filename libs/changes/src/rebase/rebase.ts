/**
 * Moves a change from the version it started from onto a newer one: three-way, field by field. A field that one side changed, or both in
 * the same way, is taken as changed; one that they changed differently is a **conflict**, for a member to resolve.
 */
import type { Content, GatedKind } from '@imprimatur/contracts';
import type { FieldError } from '../field-error.ts';
import type { Json } from '../json.ts';
import { contentOf, couldHave, fieldsOf, labelOf, sameField, type Fields } from './content-fields.ts';
import { checked, type Checked } from './checked-content.ts';
import { mergedOrder } from './merged-order.ts';
import { mergeLines } from './merge-lines.ts';

export interface Sides {
  /** The version the change started from; null when there was none. */
  base: Content | null;
  published: Content;
  mine: Content;
}

/** Null is a field that is not there on that side. */
export interface Conflict {
  /** A JSON pointer to the field: columns by name, mapping rows by destination field. */
  path: string;
  label: string;
  base: Json | null;
  published: Json | null;
  mine: Json | null;
  /** A query with the changed lines of both sides, where they do not touch: for a member to read before they take it. */
  suggestion?: string;
}

/** What a member decides about a field: whose value it takes, or another one; null leaves it out. */
export type Resolution = { path: string; take: 'published' | 'mine' } | { path: string; value: Json };

export interface Rebase {
  /** With my value in every field that is still in conflict. */
  merged: Content;
  conflicts: Conflict[];
  /** Fields that keep the merged content from being one: each change was sound by itself, both together are not. */
  invalid: FieldError[];
}

type FieldSides = Record<keyof Sides, Fields>;

/** Never decides a conflict by itself, and never loses a change: it is in `merged` or in a conflict. Any field may be resolved. */
export function rebase(kind: GatedKind, sides: Sides, resolutions: readonly Resolution[] = []): Rebase {
  const fields: FieldSides = {
    base: sides.base === null ? new Map<string, Json>() : fieldsOf(kind, sides.base),
    published: fieldsOf(kind, sides.published),
    mine: fieldsOf(kind, sides.mine),
  };
  const decided = new Map(resolutions.map((resolution) => [resolution.path, resolution]));
  const known = mergedOrder(fields.published.keys(), fields.mine.keys());
  const conflicts = known.flatMap((path) => (decided.has(path) ? [] : conflictAt(path, fields)));
  const isKnown = new Set(known);
  const merged: Fields = new Map();
  for (const path of new Set([...known, ...[...decided.keys()].filter((each) => couldHave(kind, each))])) {
    const resolution = decided.get(path);
    const value = resolution === undefined ? mergedAt(path, fields) : resolvedAt(resolution, fields);
    if (value !== undefined) merged.set(path, value);
  }
  const unknown = resolutions.filter(({ path }) => !isKnown.has(path) && !couldHave(kind, path)).map(notAField);
  const { content, invalid } = asContent(kind, merged, fields, sides);
  return { merged: content, conflicts, invalid: [...unknown, ...invalid] };
}

const valuesAt = (path: string, { base, published, mine }: FieldSides) => ({
  base: base.get(path),
  published: published.get(path),
  mine: mine.get(path),
});

function mergedAt(path: string, fields: FieldSides): Json | undefined {
  const { base, published, mine } = valuesAt(path, fields);
  return sameField(path, base, mine) || sameField(path, published, mine) ? published : mine;
}

function resolvedAt(resolution: Resolution, fields: FieldSides): Json | undefined {
  if ('take' in resolution) return fields[resolution.take].get(resolution.path);
  return resolution.value ?? undefined;
}

function conflictAt(path: string, fields: FieldSides): Conflict[] {
  const { base, published, mine } = valuesAt(path, fields);
  const agreed = sameField(path, base, mine) || sameField(path, base, published) || sameField(path, published, mine);
  if (agreed) return [];
  const conflict = { path, label: labelOf(path), base: base ?? null, published: published ?? null, mine: mine ?? null };
  const suggestion = path === '/query' && typeof base === 'string' ? suggested(base, published, mine) : null;
  return [{ ...conflict, ...(suggestion !== null && { suggestion }) }];
}

const suggested = (base: string, published: Json | undefined, mine: Json | undefined): string | null =>
  mergeLines(base, published as string, mine as string);

const notAField = ({ path }: Resolution): FieldError => ({
  path,
  code: 'rebase.unknown-field',
  message: 'There is no such field.',
});

/** The content of a side itself where nothing differs from it: its order and its hash are kept. */
function asContent(kind: GatedKind, merged: Fields, { published, mine }: FieldSides, sides: Sides): Checked {
  if (sameFields(merged, published)) return { content: sides.published, invalid: [] };
  if (sameFields(merged, mine)) return { content: sides.mine, invalid: [] };
  return checked(kind, contentOf(kind, merged) as Content);
}

const sameFields = (a: Fields, b: Fields): boolean =>
  a.size === b.size && [...a].every(([path, value]) => sameField(path, value, b.get(path)));

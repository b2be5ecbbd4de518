/** What a rebase makes of every field that differs anywhere: for people to follow, with the very rules of {@link rebase}. */
import type { GatedKind } from '@imprimatur/contracts';
import type { Json } from '../json.ts';
import { fieldsOf, labelOf, sameField } from './content-fields.ts';
import { mergedOrder } from './merged-order.ts';
import type { Sides } from './rebase.ts';

export interface MergedField {
  /** A JSON pointer to the field: columns by name, mapping rows by destination field. */
  path: string;
  label: string;
  /** Null is a field that is not there on that side. */
  base: Json | null;
  published: Json | null;
  mine: Json | null;
  /** Whose change is taken; `both` made the same one, and a `conflict` is for a member to resolve. */
  from: 'published' | 'mine' | 'both' | 'conflict';
}

/** Every field that one side changed, in the order of the contents. What nobody changed is left out. */
export function mergedFields(kind: GatedKind, sides: Sides): MergedField[] {
  const base = sides.base === null ? new Map<string, Json>() : fieldsOf(kind, sides.base);
  const published = fieldsOf(kind, sides.published);
  const mine = fieldsOf(kind, sides.mine);
  const paths = mergedOrder(mergedOrder(published.keys(), mine.keys()), base.keys());
  return paths.flatMap((path) => {
    const [was, theirs, ours] = [base.get(path), published.get(path), mine.get(path)];
    const [theySame, weSame] = [sameField(path, was, theirs), sameField(path, was, ours)];
    if (theySame && weSame) return [];
    const agreed = sameField(path, theirs, ours);
    const from = agreed ? 'both' : weSame ? 'published' : theySame ? 'mine' : 'conflict';
    const values = { base: was ?? null, published: theirs ?? null, mine: ours ?? null };
    return [{ path, label: labelOf(path), ...values, from }];
  });
}

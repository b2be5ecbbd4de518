import { mergedFields, rebase, type MergedField, type Resolution } from '@imprimatur/changes';
import type { Content as Known } from '@imprimatur/contracts';
import type { Content, GatedKind } from '../../api/resource-queries.ts';

/** The three contents of a rebase; the draft started from nothing where there is no base. */
export interface RebaseSides {
  base: Content | null;
  published: Content;
  mine: Content;
}

/** What a member decided, by the path of the field. */
export type Resolutions = Readonly<Record<string, Resolution>>;

const known = (sides: RebaseSides) => sides as { base: Known | null; published: Known; mine: Known };

/** Every field that differs, with those first that somebody has to decide. */
export function fieldsToMerge(kind: GatedKind, sides: RebaseSides): MergedField[] {
  const fields = mergedFields(kind, known(sides));
  const isConflict = ({ from }: MergedField): boolean => from === 'conflict';
  return [...fields.filter(isConflict), ...fields.filter((field) => !isConflict(field))];
}

/** What comes out, by the same code as on the server. */
export const mergeOf = (kind: GatedKind, sides: RebaseSides, resolutions: Resolutions) => {
  const { merged, conflicts, invalid } = rebase(kind, known(sides), Object.values(resolutions));
  return { merged: merged as Content, conflicts, invalid };
};

/** Whose value a field takes as things stand; null for a conflict that nobody has decided. */
export function takenBy({ path, from }: MergedField, resolutions: Resolutions): 'published' | 'mine' | 'own' | null {
  const resolution = Object.hasOwn(resolutions, path) ? resolutions[path] : undefined;
  if (resolution !== undefined) return 'take' in resolution ? resolution.take : 'own';
  if (from === 'conflict') return null;
  return from === 'both' ? 'mine' : from;
}

/** With another decision; one that says what happens anyway is none. */
export function decided({ path, from }: MergedField, resolution: Resolution, before: Resolutions): Resolutions {
  const others = Object.fromEntries(Object.entries(before).filter(([each]) => each !== path));
  return 'take' in resolution && resolution.take === from ? others : { ...others, [path]: resolution };
}

/** What was decided about fields that are still what they were when it was decided. */
export function stillMeant(before: MergedField[], after: MergedField[], resolutions: Resolutions): Resolutions {
  const values = (fields: MergedField[]) =>
    new Map(fields.map(({ path, base, published, mine }) => [path, JSON.stringify([base, published, mine])]));
  const [was, is] = [values(before), values(after)];
  return Object.fromEntries(
    Object.entries(resolutions).filter(([path]) => is.has(path) && was.get(path) === is.get(path)),
  );
}

import type { Stage } from '../stage.ts';

const known = new WeakMap<object, string>();

/** The ETag of a thing; asked for once, so hand over an object of its own where it may have changed since. */
export async function tagOf(stage: Stage, path: string, thing: { id: string }): Promise<string> {
  const tag = known.get(thing) ?? (await stage.boss.get(`/${path}/${thing.id}`)).etag!;
  known.set(thing, tag);
  return tag;
}

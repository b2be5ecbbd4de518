/** What of a resource a member sees: what is published by who may view it there; a draft by who may view where it was and where it goes. */
import { canView, type AppAbility } from '@imprimatur/abilities';
import { draftEnds, subjectOn, type Draft, type EndIds, type Resource } from './resource.ts';

interface Viewer {
  ability: AppAbility;
}

/** The draft, unless it moves a sync to where the member may not look. */
export function visibleDraft({ ability }: Viewer, resource: Resource): Draft | null {
  const { draft, kind } = resource;
  return draft !== null && canView(ability, subjectOn(kind, draftEnds(resource, draft))) ? draft : null;
}

/** May the member know that the resource refers to what `refers` looks for? A draft they may not see refers to nothing. */
export function seesReference(viewer: Viewer, resource: Resource, refers: (ends: EndIds) => boolean): boolean {
  const { kind, published, draft, ends } = resource;
  if (!canView(viewer.ability, subjectOn(kind, [ends]))) return false;
  const own = published === null ? draft === null : true;
  if (own && refers(ends)) return true;
  const seen = visibleDraft(viewer, resource);
  return seen !== null && refers(seen.ends);
}

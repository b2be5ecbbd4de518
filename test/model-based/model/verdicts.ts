import { approves, levelOn, publishes, views, type Ends, type Kind } from './rights.ts';
import type { Role } from './roles.ts';
import {
  draftEnds,
  endsOf,
  isStale,
  publishedOf,
  type Binding,
  type Governed,
  type Item,
  type Request,
  type Resource,
} from './governed.ts';
import { isSync, type Content } from './contents.ts';

// Each rule of the book that a command may break, as the codes it is refused with. Where several apply any of them is right: the book
// does not order them. What a member may not view does not exist for them, and nothing else is said.

export const NOT_FOUND = 'not-found';

export class Verdict {
  private readonly codes = new Set<string>();
  private hidden = false;

  refuse(broken: boolean, code: string): this {
    if (broken) this.codes.add(code);
    return this;
  }

  /** Nothing is told about what is not there for the member. */
  hide(hidden: boolean): this {
    this.hidden ||= hidden;
    return this;
  }

  get refusals(): string[] {
    return this.hidden ? [NOT_FOUND] : [...this.codes];
  }
}

export function unseen(resource: Resource, role: Role): boolean {
  return resource.deleted || !views(role, [endsOf(resource)]);
}

export type SaveAction = 'publish_now' | 'submit' | 'save_draft';

/** §4: which of the three a member has. */
export function whyNotSave({ settings }: Governed, role: Role, kind: Kind, ends: Ends[], action: SaveAction): string[] {
  const level = levelOn(role, kind, ends);
  if (level === 'none') return ['rights.missing'];
  if (!settings.requireApprovals) {
    if (level === 'draft') return ['approvals.disabled-for-draft-role'];
    return action === 'publish_now' ? [] : ['approvals.disabled'];
  }
  return level === 'draft' && action === 'publish_now' ? ['rights.missing'] : [];
}

export type Work = Pick<Item, 'kind' | 'ends' | 'contributors'>;

export const isApprover = (role: Role, items: readonly Work[]): boolean =>
  items.length > 0 && items.every(({ ends }) => approves(role, ends));

export const couldPublish = (role: Role, items: readonly Work[]): boolean =>
  items.length > 0 && items.every(({ kind, ends }) => publishes(role, kind, ends));

/** §3 selfApproval: why an approval of this member would not count. */
export function whyNotApprover(
  governed: Governed,
  name: string,
  { items, submittedBy }: { items: readonly Work[]; submittedBy: string },
): string[] {
  const role = governed.roleOf(name);
  if (!governed.member(name).active) return ['approver.inactive'];
  if (!isApprover(role, items)) return ['approver.rights-missing'];
  const own = submittedBy === name || items.some(({ contributors }) => contributors.includes(name));
  const { selfApproval } = governed.settings;
  const allowed = selfApproval === 'always' || (selfApproval === 'publishers' && couldPublish(role, items));
  return own && !allowed ? ['approver.self-approval'] : [];
}

export const seesRequest = (role: Role, { items }: Request): boolean => items.some(({ ends }) => views(role, ends));

export const requestIsStale = (governed: Governed, { items }: Request): boolean =>
  items.some(({ resource, base }) => isStale(governed.resource(resource), { base }));

/** §6: satisfied once a version was published from that draft at that revision or a later one. */
export const isSatisfied = (governed: Governed, { model, draft, revision }: Binding): boolean =>
  draft === null ||
  governed.resource(model).versions.some((version) => version.draft === draft && version.revision >= revision);

/** The model as a sync that is saved now sees it: its draft, else its published version. */
export function referredTo(model: Resource): { binding: Binding; content: Content } | null {
  const { name, draft } = model;
  if (draft !== null)
    return { binding: { model: name, revision: draft.revision, draft: draft.draft }, content: draft.content };
  const version = publishedOf(model);
  if (version === null) return null;
  return { binding: { model: name, revision: version.revision, draft: null }, content: version.content };
}

/** Whether the sync maps a column that this content of the model lacks. */
export const lacksColumn = (sync: Content, model: Content): boolean =>
  isSync(sync) && sync.email && !isSync(model) && !model.email;

export const itemOf = (resource: Resource): Item => {
  const draft = resource.draft!;
  const { revision, hash, base, contributors } = draft;
  const { name, kind } = resource;
  return { resource: name, kind, revision, hash, base, contributors, ends: draftEnds(resource, draft) };
};

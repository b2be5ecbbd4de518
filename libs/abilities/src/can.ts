import type { Level } from '@imprimatur/contracts';
import type { AppAbility, DestinationAction, SourceAction, WorkspaceRight } from './ability.ts';
import type { DestinationSubject, ModelSubject, SourceSubject, Subject, SyncSubject } from './subject.ts';

// A missing id would pass every `$nin`, hence the check: an unknown scope means no.
const onSource = (ability: AppAbility, action: SourceAction, id: string): boolean =>
  typeof id === 'string' && ability.can(action, { kind: 'Source', id });

const onDestination = (ability: AppAbility, action: DestinationAction, id: string): boolean =>
  typeof id === 'string' && ability.can(action, { kind: 'Destination', id });

function onAllEnds(ability: AppAbility, action: DestinationAction, { ends }: SyncSubject): boolean {
  for (const { sourceId, destinationId } of ends) {
    if (!onSource(ability, action, sourceId) || !onDestination(ability, action, destinationId)) return false;
  }
  return ends.length > 0;
}

function holds(ability: AppAbility, action: 'view' | 'approve' | 'run', subject: Subject): boolean {
  switch (subject.kind) {
    case 'model':
      return onSource(ability, action, subject.sourceId);
    case 'sync':
      return onAllEnds(ability, action, subject);
    case 'source':
      return onSource(ability, action, subject.id);
    case 'destination':
      return onDestination(ability, action, subject.id);
    default:
      return false;
  }
}

/** May the holder see it, with its draft, versions and runs? `view` on all its ends. */
export function canView(ability: AppAbility, subject: Subject): boolean {
  return holds(ability, 'view', subject);
}

/** Does the holder have **Approve models & syncs** for it, on all its ends? Whether they are an approver: `whyNotApprover`. */
export function canApprove(ability: AppAbility, subject: ModelSubject | SyncSubject): boolean {
  return holds(ability, 'approve', subject);
}

/** What decides whether somebody is an approver: what their role grants, and who they are. */
export interface Holder {
  kind: 'person' | 'service';
  ability: AppAbility;
}

/** Is the holder an approver of it, whoever wrote it? Never a service account, whatever its role grants. */
export function isApprover({ kind, ability }: Holder, subject: ModelSubject | SyncSubject): boolean {
  return kind === 'person' && canApprove(ability, subject);
}

/** May the holder run, pause and resume this sync? `run` on all its ends. */
export function canRun(ability: AppAbility, subject: SyncSubject): boolean {
  return holds(ability, 'run', subject);
}

/** What the holder may do with the gated fields: the weakest level over all ends. */
export function levelOn(ability: AppAbility, subject: ModelSubject | SyncSubject): Level {
  if (subject.kind === 'model') {
    if (onSource(ability, 'publish-models', subject.sourceId)) return 'publish';
    return onSource(ability, 'draft-models', subject.sourceId) ? 'draft' : 'none';
  }
  if (onAllEnds(ability, 'publish-syncs', subject)) return 'publish';
  return onAllEnds(ability, 'draft-syncs', subject) ? 'draft' : 'none';
}

/** May the holder edit name, description and labels? Draft or publish. */
export function canEditMetadata(ability: AppAbility, subject: ModelSubject | SyncSubject): boolean {
  return levelOn(ability, subject) !== 'none';
}

/** May the holder make its changes live without being asked: publish now, delete it once published, publish others' drafts? */
export function canPublish(ability: AppAbility, subject: ModelSubject | SyncSubject): boolean {
  return levelOn(ability, subject) === 'publish';
}

/** May the holder see rows of a query on this source? Models draft or publish there. */
export function canPreview(ability: AppAbility, subject: ModelSubject | SourceSubject): boolean {
  return onSource(ability, 'draft-models', subject.kind === 'model' ? subject.sourceId : subject.id);
}

/** May the holder see rows of the pinned query of an approval request? As {@link canPreview}, or its approvers. */
export function canPreviewPinned(holder: Holder, subject: ModelSubject): boolean {
  return canPreview(holder.ability, subject) || isApprover(holder, subject);
}

/** May the holder see which tables a destination has? Who writes syncs there, and who may configure it. */
export function canSeeTables(ability: AppAbility, { id }: DestinationSubject): boolean {
  return onDestination(ability, 'draft-syncs', id) || onDestination(ability, 'configure', id);
}

/** May the holder edit or delete this source or destination? `configure` on it. */
export function canConfigure(ability: AppAbility, subject: SourceSubject | DestinationSubject): boolean {
  return subject.kind === 'source'
    ? onSource(ability, 'configure', subject.id)
    : onDestination(ability, 'configure', subject.id);
}

/** May the holder create sources or destinations? `configure` with scope all. */
export function canCreate(ability: AppAbility, kind: 'source' | 'destination'): boolean {
  return kind === 'source' ? ability.can('create', 'Source') : ability.can('create', 'Destination');
}

/** Does the holder have this right on the workspace itself? */
export function canWorkspace(ability: AppAbility, right: WorkspaceRight): boolean {
  return ability.can(right, 'Workspace');
}

import {
  canApprove,
  canPreview,
  canRun,
  canView,
  defineAbilityFor,
  grantsWithoutEffect,
  isApprover,
  levelOn,
  type ModelSubject,
  type SaveOptions,
  saveOptions,
  type SyncSubject,
  type WithoutEffect,
} from '@imprimatur/abilities';
import type { RoleDocument, WorkspaceSettings } from '@imprimatur/contracts';

/** A model or sync by its ends, existing or not. An end that is left out stands for any that no grant names, where `all` counts. */
export interface Place {
  kind: 'model' | 'sync';
  sourceId?: string | undefined;
  destinationId?: string | undefined;
}

/** Who might approve: an active member with their present role. */
export interface Colleague {
  memberId: string;
  name: string;
  kind: 'person' | 'service';
  role: RoleDocument;
}

export interface RoleEffect {
  saveOptions: SaveOptions;
  view: boolean;
  approve: boolean;
  /** Of the sync; nothing runs a model by itself. */
  run: boolean;
  /** Of rows from the source. */
  preview: boolean;
  approvers: { memberId: string; name: string; roleName: string }[];
  withoutEffect: WithoutEffect[];
}

/** What a member with this role is offered there under these settings, and who can approve what they submit. */
export function roleEffect(
  role: RoleDocument,
  place: Place,
  settings: WorkspaceSettings,
  colleagues: readonly Colleague[],
): RoleEffect {
  const ability = defineAbilityFor(role);
  const subject = subjectAt(place);
  return {
    saveOptions: saveOptions(levelOn(ability, subject), settings.requireApprovals),
    view: canView(ability, subject),
    approve: canApprove(ability, subject),
    run: subject.kind === 'sync' && canRun(ability, subject),
    preview: canPreview(ability, { kind: 'source', id: place.sourceId ?? UNNAMED }),
    approvers: approversOf(subject, colleagues),
    withoutEffect: grantsWithoutEffect(role),
  };
}

/** Never the id of a source or destination, so no grant names it. */
const UNNAMED = 'all';

function subjectAt({ kind, sourceId = UNNAMED, destinationId = UNNAMED }: Place): ModelSubject | SyncSubject {
  return kind === 'model' ? { kind, sourceId } : { kind, ends: [{ sourceId, destinationId }] };
}

function approversOf(subject: ModelSubject | SyncSubject, colleagues: readonly Colleague[]): RoleEffect['approvers'] {
  const roles = new Set(colleagues.map(({ role }) => role));
  const abilities = new Map([...roles].map((role) => [role, defineAbilityFor(role)]));
  return colleagues
    .filter(({ kind, role }) => isApprover({ kind, ability: abilities.get(role)! }, subject))
    .map(({ memberId, name, role }) => ({ memberId, name, roleName: role.name }));
}

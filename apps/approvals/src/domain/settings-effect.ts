import { wouldSave } from '@imprimatur/abilities';
import type { RoleDocument, WorkspaceSettings } from '@imprimatur/contracts';
import type { Person } from './eligibility.ts';
import type { Footprint } from './footprint.ts';
import { inboxReach } from './inbox-reach.ts';

/** An active member, service accounts included. */
export interface RoleHolder extends Person {
  role: RoleDocument | null;
}

/** Requests that wait for a decision and are alike in all that says who may make it. */
export interface WaitingRequests {
  count: number;
  footprintId: string;
  submittedBy: string;
  contributors: string[];
  requiredApprovals: number;
}

export interface SettingsEffect {
  members: { keepPublishNow: number; mustRequestApproval: number; cannotSave: number; viewOnly: number };
  requests: { withoutApprover: number; losingLastApprover: number; withoutQuorum: number };
}

/** What changed settings would mean, counted before they are: each member once, and the requests that nobody could approve any more. */
export function settingsEffect(
  holders: readonly RoleHolder[],
  waiting: readonly WaitingRequests[],
  footprints: readonly Footprint[],
  settings: { now: WorkspaceSettings; then: WorkspaceSettings },
): SettingsEffect {
  const [now, then] = [settings.now, settings.then].map(({ selfApproval }) => {
    const reaches = new Map(
      [...new Set(holders.map(({ ability }) => ability))].map((ability) => {
        const approver = { memberId: 'any', kind: 'person' as const, ability };
        const { others, own } = inboxReach(footprints, approver, selfApproval, {});
        return [ability, { others: new Set(others), own: new Set(own) }];
      }),
    );
    return ({ footprintId, submittedBy, contributors }: WaitingRequests): number =>
      holders.filter(({ memberId, kind, ability }) => {
        const isOwn = submittedBy === memberId || contributors.includes(memberId);
        return kind === 'person' && reaches.get(ability)?.[isOwn ? 'own' : 'others'].has(footprintId);
      }).length;
  });
  const sum = (holds: (requests: WaitingRequests) => boolean): number =>
    waiting.filter(holds).reduce((total, { count }) => total + count, 0);
  return {
    members: membersBy(holders, settings.then),
    requests: {
      withoutApprover: sum((requests) => then!(requests) === 0),
      losingLastApprover: sum((requests) => then!(requests) === 0 && now!(requests) > 0),
      withoutQuorum: sum((requests) => then!(requests) < requests.requiredApprovals),
    },
  };
}

function membersBy(holders: readonly RoleHolder[], settings: WorkspaceSettings): SettingsEffect['members'] {
  const members = { keepPublishNow: 0, mustRequestApproval: 0, cannotSave: 0, viewOnly: 0 };
  for (const { role } of holders) {
    const neverSaves = wouldSave(role, { requireApprovals: true }) === 'cannotSave';
    members[neverSaves ? 'viewOnly' : wouldSave(role, settings)] += 1;
  }
  return members;
}

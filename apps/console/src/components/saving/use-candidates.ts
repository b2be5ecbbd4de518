import { useQueries, useQuery } from '@tanstack/react-query';
import { everyMemberQuery, type Member } from '../../api/members-query.ts';
import type { GatedKind } from '../../api/resource-queries.ts';
import { sessionQuery } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import { effectQuery, type Place } from './approvers-query.ts';
import { refusedReviewers } from './refused-reviewers.ts';

const { reasons } = strings.drafts.save;

/** Somebody who could be asked to review, or why they could not. */
export interface Candidate {
  id: string;
  name: string;
  roleName: string;
  /** Null for who can approve. */
  whyNot: string | null;
}

interface Question {
  kind: GatedKind;
  /** Where the change is, and for one that moves a sync also where it was: who reviews can approve at all of them. */
  places: readonly Place[];
  mayPublish: boolean;
  /** A refusal of the server, which knows better whom it did not take. */
  error: unknown;
}

/** Everybody, and why they cannot be asked: approvers as the server counts them, never as their roles are called. */
export function useCandidates({ kind, places, mayPublish, error }: Question) {
  const session = useQuery(sessionQuery).data;
  const members = useQuery(everyMemberQuery);
  const roleId = session?.role?.id;
  const effects = useQueries({
    queries: places.map((place) => ({ ...effectQuery(roleId ?? '', kind, place), enabled: roleId !== undefined })),
  });
  const asked = [members, ...effects];
  const approvers = effects.map(({ data }) => new Set(data?.approvers.map(({ memberId }) => memberId)));
  const refused = refusedReviewers(error);
  const self = session?.workspace.settings.selfApproval;
  const mayReviewOwn = self === 'always' || (self === 'publishers' && mayPublish);

  const whyNot = ({ id, kind: sort, active }: Member): string | null => {
    if (sort === 'service') return reasons['approver.service-account'];
    if (!active) return reasons['approver.inactive'];
    const code = refused.get(id);
    if (code !== undefined) return reasons[code];
    if (!approvers.every((ids) => ids.has(id))) return reasons['approver.rights-missing'];
    return id === session?.member.id && !mayReviewOwn ? reasons['approver.self-approval'] : null;
  };
  const candidates = (members.data ?? []).map((member): Candidate => ({
    id: member.id,
    name: member.name,
    roleName: member.role.name,
    whyNot: whyNot(member),
  }));
  return {
    candidates,
    isPending: asked.some(({ isPending }) => isPending),
    error: asked.find(({ isError }) => isError)?.error ?? null,
    retry: () => asked.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
  };
}

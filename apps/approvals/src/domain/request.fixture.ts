import { builtInRole, defineAbilityFor, type BuiltInRoleKey } from '@imprimatur/abilities';
import type { RequestItem, RoleDocument } from '@imprimatur/contracts';
import { contentHash, derivedId } from '@imprimatur/kernel';
import { modelContent } from '@imprimatur/testing';
import { itemsHashOf, type ApprovalRequest, type Decision } from './approval-request.ts';
import type { Person } from './eligibility.ts';
import type { RequestStatus } from './request-status.ts';
import type { Situation } from './why-not.ts';

export const now = new Date('2026-03-02T09:00:00Z');
export const id = (name: string): string => derivedId('approvals', name);

export function person(name: string, role: BuiltInRoleKey | RoleDocument, kind: Person['kind'] = 'person'): Person {
  const document = typeof role === 'string' ? builtInRole(role, id(role)) : role;
  return { memberId: id(name), kind, ability: defineAbilityFor(document) };
}

export function modelItem(over: { name?: string; sourceId?: string; contributors?: string[] } = {}): RequestItem {
  const { name = 'customers', sourceId = id('warehouse'), contributors = [id('dana')] } = over;
  const content = modelContent();
  return {
    ...{ resourceId: id(name), kind: 'model', name, revision: 3, baseVersion: 1, contributors },
    ...{ content, contentHash: contentHash(content), baseContent: null, binding: null },
    ends: [
      { sourceId, sourceName: 'warehouse', destinationId: null, destinationName: null, modelId: null, modelName: null },
    ],
  };
}

const decided = (how: Decision['how']): Decision => ({
  how,
  approvedBy: how === 'approved' || how === 'direct' ? [id('erin')] : [],
  decidedBy: id('erin'),
  decidedAt: now,
  comment: null,
});

const decisions: Record<RequestStatus, Decision | null> = {
  pending: null,
  approved: decided('approved'),
  published: decided('approved'),
  publish_failed: decided('approved'),
  withdrawn: decided('withdrawn'),
  draft_deleted: decided('draft_deleted'),
};

/** By Dana, in whatever status; `attempt` 1 once it was approved. */
export function request(over: Partial<ApprovalRequest> = {}): ApprovalRequest {
  const { status = 'pending', items = [modelItem()] } = over;
  return {
    ...{ workspaceId: id('acme'), id: id('request'), number: 12, status, items, itemsHash: itemsHashOf(items) },
    ...{ submittedBy: id('dana'), submittedAt: now, comment: null, requiredApprovals: 1 },
    ...{ reviewers: [], votes: [], commenters: [], decision: decisions[status], version: 1 },
    attempt: status === 'pending' ? 0 : 1,
    ...over,
  };
}

export function situation(
  over: Partial<ApprovalRequest> = {},
  rest: Partial<Omit<Situation, 'request'>> = {},
): Situation {
  return { request: request(over), selfApproval: 'publishers', stale: false, ...rest };
}

export const vote = (name: string, over: Partial<ApprovalRequest> = {}, second = 0) => ({
  memberId: id(name),
  itemsHash: request(over).itemsHash,
  votedAt: new Date(now.getTime() - 60_000 + second * 1_000),
});

import type { ProblemTable } from './problem-table.ts';

/** Of workspaces, members and roles. */
export const identityProblems = {
  'account.not-found': ['not-found', 'There is no account with this mail address.'],
  'workspace.not-found': ['not-found', 'There is no such workspace.'],
  'workspace.slug-taken': ['conflict', 'Another workspace has this short name.'],
  'workspace.stale': ['stale', 'Somebody changed the workspace meanwhile. Look again.'],
  'plan.business-required': ['conflict', 'Approvals can be required on the plan business only.'],
  'member.not-found': ['not-found', 'There is no such member.'],
  'member.exists': ['conflict', 'Somebody with this mail address is a member already.'],
  'member.account-elsewhere': [
    'conflict',
    'The mail address belongs to an account of another workspace. Whoever runs the installation can add it.',
  ],
  'member.last-admin': ['conflict', 'This would leave the workspace without an Admin.'],
  'member.not-invited': [
    'conflict',
    'The member has a password already, or is no active person. There is no invitation to send.',
  ],
  'member.invited-too-often': [
    'too-many',
    'This address, or the workspace, had as many invitations as go out for now. Wait as long as `Retry-After` says.',
  ],
  'member.stale': ['stale', 'Somebody changed the member meanwhile. Look again.'],
  'service-account.not-found': ['not-found', 'There is no such service account.'],
  'service-account.inactive': ['conflict', 'The service account is deactivated. Activate it first.'],
  'service-token.not-found': ['not-found', 'The service account has no such token.'],
  'service-token.too-many': ['conflict', 'The service account has as many tokens as it may. Revoke some.'],
  'role.not-found': ['not-found', 'There is no such role.'],
  'role.stale': ['stale', 'Somebody changed the role meanwhile. Look again.'],
  'role.exceeds-own': ['forbidden', 'Nobody grants a right they do not hold. `details` lists those that go too far.'],
  'role.built-in': ['conflict', 'Built-in roles stay as they are. Duplicate it into one of your own.'],
  'role.assigned': ['conflict', 'Members have the role. `details` names them; give them another one first.'],
  'role.name-taken': ['conflict', 'Another role of the workspace has this name.'],
  'role.too-many': ['conflict', 'A workspace has 200 custom roles at most.'],
} as const satisfies ProblemTable;

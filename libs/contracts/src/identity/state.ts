import { z } from 'zod';
import { defineState } from '../event-contract.ts';
import { Id, Instant } from '../primitives.ts';
import { RoleDocument } from '../role-document.ts';
import { topics } from '../topics.ts';
import { Plan, WorkspaceSettings } from '../workspace-settings.ts';

const row = { id: Id, workspaceId: Id, seq: z.int().min(1), deleted: z.boolean() };

export const WorkspaceState = defineState(
  topics.identityState,
  'workspace',
  'identity.workspace.state.v1',
  'The present plan and settings of a workspace. Sent whenever one of them changes.',
  z.object({ ...row, slug: z.string(), name: z.string(), plan: Plan, settings: WorkspaceSettings }),
);

export const MemberState = defineState(
  topics.identityState,
  'member',
  'identity.member.state.v1',
  'A member and their one role. A member who left stays as `deleted` with name and mail address erased.',
  z.object({
    ...row,
    kind: z.enum(['person', 'service']),
    name: z.string(),
    email: z.string().nullable(),
    roleId: Id,
    active: z.boolean(),
    tokensFromSeq: z.int().min(1).optional().meta({
      description: 'access tokens that name an earlier `seq` of the member have ended; none have when it is left out',
    }),
  }),
);

export const RoleState = defineState(
  topics.identityState,
  'role',
  'identity.role.state.v1',
  'The present document of a role. A deleted role grants nothing.',
  z.object({ ...row, role: RoleDocument }),
);

export const VerificationKeyState = defineState(
  topics.identityState,
  'verification-key',
  'identity.verification-key.state.v1',
  'A public key that access tokens are verified with; under the reserved workspace. `deleted`: tokens signed with it are refused.',
  z.object({
    ...row,
    kid: z.string(),
    jwk: z.object({
      kty: z.string(),
      crv: z.string(),
      x: z.string(),
      y: z.string().optional(),
      alg: z.string(),
      use: z.string(),
    }),
    createdAt: Instant,
  }),
);

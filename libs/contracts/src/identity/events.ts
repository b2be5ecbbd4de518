import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { Id, Instant } from '../primitives.ts';
import { Sealed } from '../sealed.ts';
import { topics } from '../topics.ts';

/** Self-contained, so that the mail can be written without any projection. The link is a secret and travels as ciphertext only. */
const passwordLink = {
  memberId: Id,
  name: z.string(),
  email: z.string(),
  workspaceName: z.string(),
  linkId: Id,
  link: Sealed.meta({ description: 'the address, as a JSON string, bound to `["password-link", linkId]`' }),
  expiresAt: Instant,
};

export const MemberInvited = defineEvent(
  topics.identityEvents,
  'identity.member.invited.v1',
  'A person was invited to a workspace, or invited again: the link lets them choose a password, once, until it expires.',
  z.object({ ...passwordLink, invitedBy: z.object({ memberId: Id, name: z.string() }) }),
);

export const PasswordResetRequested = defineEvent(
  topics.identityEvents,
  'identity.password.reset-requested.v1',
  'Somebody who knows a member’s mail address asked for a new password: the link lets its receiver choose one, once, until it expires.',
  z.object(passwordLink),
);

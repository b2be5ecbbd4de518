import type { DataOf, MemberInvited, Sealed } from '@imprimatur/contracts';
import { newId } from '@imprimatur/kernel';
import type { Happened } from '../src/domain/announcement.ts';
import { happened } from './requests.ts';

export const secretLink = 'https://approvals.acme.example/password#token=Zm9vYmFy-QUJDREVG_abcdefgh';

const unreadable: Sealed = { keyId: 'none', nonce: 'AAAA', ciphertext: 'AAAA', tag: 'AAAA' };

/** An invitation as identity-roles announces it. Its data are also those of a reset, which has less. */
export function invited(
  workspaceId: string,
  over: Partial<DataOf<typeof MemberInvited>> = {},
  time?: Date,
): Happened<DataOf<typeof MemberInvited>> {
  const data = {
    memberId: newId(),
    name: 'Nora',
    email: 'nora@acme.example',
    workspaceName: 'Acme',
    linkId: newId(),
    link: unreadable,
    expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
    invitedBy: { memberId: newId(), name: 'Ada' },
    ...over,
  };
  return happened(workspaceId, data.invitedBy.memberId, data, time);
}

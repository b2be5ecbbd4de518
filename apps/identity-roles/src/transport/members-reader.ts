import { canWorkspace } from '@imprimatur/abilities';
import type { Actor } from '@imprimatur/access';
import type { MembersReader } from '../persistence/members.view.ts';

export const readerOf = ({ workspaceId, memberId, ability }: Actor): MembersReader => ({
  workspaceId,
  memberId,
  seesEveryEmail: canWorkspace(ability, 'members'),
});

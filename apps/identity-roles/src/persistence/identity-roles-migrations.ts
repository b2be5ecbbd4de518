import { CreateWorkspace1763801000000 } from './migrations/1763801000000-create-workspace.ts';
import { CreateAccount1763801100000 } from './migrations/1763801100000-create-account.ts';
import { CreateRole1763801200000 } from './migrations/1763801200000-create-role.ts';
import { CreateMember1763801300000 } from './migrations/1763801300000-create-member.ts';
import { IndexMemberByAccount1763801400000 } from './migrations/1763801400000-index-member-by-account.ts';
import { CreateSession1763801500000 } from './migrations/1763801500000-create-session.ts';
import { IndexSessionByMember1763801600000 } from './migrations/1763801600000-index-session-by-member.ts';
import { CreateRefreshToken1763801700000 } from './migrations/1763801700000-create-refresh-token.ts';
import { IndexRefreshTokenBySession1763801800000 } from './migrations/1763801800000-index-refresh-token-by-session.ts';
import { CreateOneTimeLink1763801900000 } from './migrations/1763801900000-create-one-time-link.ts';
import { IndexOneTimeLinkByAccount1763802000000 } from './migrations/1763802000000-index-one-time-link-by-account.ts';
import { CreateSigningKey1763802100000 } from './migrations/1763802100000-create-signing-key.ts';
import { CreateSignInThrottle1763802200000 } from './migrations/1763802200000-create-sign-in-throttle.ts';
import { IndexRoleByName1764010000000 } from './migrations/1764010000000-index-role-by-name.ts';
import { AllowMailedLinks1764020000000 } from './migrations/1764020000000-allow-mailed-links.ts';
import { AddTokensFromToMember1764020100000 } from './migrations/1764020100000-add-tokens-from-to-member.ts';
import { CreatePasswordResetRequest1764020200000 } from './migrations/1764020200000-create-password-reset-request.ts';
import { CreateServiceToken1764020300000 } from './migrations/1764020300000-create-service-token.ts';
import { IndexServiceTokenByMember1764020400000 } from './migrations/1764020400000-index-service-token-by-member.ts';

/** The service's own tables; those of the kit come beside them. */
export const ownMigrations: Function[] = [
  CreateWorkspace1763801000000,
  CreateAccount1763801100000,
  CreateRole1763801200000,
  CreateMember1763801300000,
  IndexMemberByAccount1763801400000,
  CreateSession1763801500000,
  IndexSessionByMember1763801600000,
  CreateRefreshToken1763801700000,
  IndexRefreshTokenBySession1763801800000,
  CreateOneTimeLink1763801900000,
  IndexOneTimeLinkByAccount1763802000000,
  CreateSigningKey1763802100000,
  CreateSignInThrottle1763802200000,
  IndexRoleByName1764010000000,
  AllowMailedLinks1764020000000,
  AddTokensFromToMember1764020100000,
  CreatePasswordResetRequest1764020200000,
  CreateServiceToken1764020300000,
  IndexServiceTokenByMember1764020400000,
];

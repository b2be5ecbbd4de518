import { AccountRow } from './account.row.ts';
import { MemberRow } from './member.row.ts';
import { OneTimeLinkRow } from './one-time-link.row.ts';
import { PasswordResetRequestRow } from './password-reset-request.row.ts';
import { RefreshTokenRow } from './refresh-token.row.ts';
import { RoleRow } from './role.row.ts';
import { ServiceTokenRow } from './service-accounts/service-token.row.ts';
import { SessionRow } from './session.row.ts';
import { SigningKeyRow } from './signing-key.row.ts';
import { WorkspaceRow } from './workspace.row.ts';

export const identityRolesEntities: Function[] = [
  WorkspaceRow,
  AccountRow,
  RoleRow,
  MemberRow,
  SessionRow,
  RefreshTokenRow,
  OneTimeLinkRow,
  SigningKeyRow,
  PasswordResetRequestRow,
  ServiceTokenRow,
];

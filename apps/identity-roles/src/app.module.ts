import { Module } from '@nestjs/common';
import { AccountsRepository } from './persistence/accounts.repository.ts';
import { MembersRepository } from './persistence/members.repository.ts';
import { MembersView } from './persistence/members.view.ts';
import { OneTimeLinksRepository } from './persistence/one-time-links.repository.ts';
import { OwnSessionView } from './persistence/own-session.view.ts';
import { PasswordResetRequestsRepository } from './persistence/password-reset-requests.repository.ts';
import { RolesRepository } from './persistence/roles.repository.ts';
import { RolesView } from './persistence/roles.view.ts';
import { ServiceAccountsView } from './persistence/service-accounts/service-accounts.view.ts';
import { ServiceTokensRepository } from './persistence/service-accounts/service-tokens.repository.ts';
import { ServiceTokensView } from './persistence/service-accounts/service-tokens.view.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import { SignInThrottleRepository } from './persistence/sign-in-throttle.repository.ts';
import { SigningKeysRepository } from './persistence/signing-keys.repository.ts';
import { VerificationKeysView } from './persistence/verification-keys.view.ts';
import { WorkspaceView } from './persistence/workspace.view.ts';
import { WorkspacesRepository } from './persistence/workspaces.repository.ts';
import { JwksController } from './transport/jwks.controller.ts';
import { MemberAdditionsController } from './transport/member-additions.controller.ts';
import { MemberChangesController } from './transport/member-changes.controller.ts';
import { MemberEffectController } from './transport/member-effect.controller.ts';
import { MembersController } from './transport/members.controller.ts';
import { OwnSessionController } from './transport/own-session.controller.ts';
import { PasswordController } from './transport/password.controller.ts';
import { PasswordResetController } from './transport/password-reset.controller.ts';
import { RefreshController } from './transport/refresh.controller.ts';
import { RoleAdditionsController } from './transport/role-additions.controller.ts';
import { RoleChangesController } from './transport/role-changes.controller.ts';
import { RoleEffectController } from './transport/role-effect.controller.ts';
import { RolesController } from './transport/roles.controller.ts';
import { ServiceAccountChangesController } from './transport/service-accounts/service-account-changes.controller.ts';
import { ServiceAccountSessionController } from './transport/service-accounts/service-account-session.controller.ts';
import { ServiceAccountsController } from './transport/service-accounts/service-accounts.controller.ts';
import { ServiceTokensController } from './transport/service-accounts/service-tokens.controller.ts';
import { SessionCookies } from './transport/session-cookies.ts';
import { SignInController } from './transport/sign-in.controller.ts';
import { SignOutController } from './transport/sign-out.controller.ts';
import { ThrottledSignIn } from './transport/throttled-sign-in.ts';
import { WorkspaceController } from './transport/workspace.controller.ts';
import { AccessTokens } from './use-cases/access-tokens.ts';
import { AccountAccess } from './use-cases/account-access.ts';
import { AddMember } from './use-cases/add-member.ts';
import { ChangeMember } from './use-cases/change-member.ts';
import { ChangeSettings } from './use-cases/change-settings.ts';
import { ChargeSignIn } from './use-cases/charge-sign-in.ts';
import { ChoosePassword } from './use-cases/choose-password.ts';
import { CreateRole } from './use-cases/create-role.ts';
import { DeleteRole } from './use-cases/delete-role.ts';
import { DuplicateRole } from './use-cases/duplicate-role.ts';
import { EditRole } from './use-cases/edit-role.ts';
import { EnsureSigningKey } from './use-cases/ensure-signing-key.ts';
import { ForgetEndedSessions } from './use-cases/forget-ended-sessions.ts';
import { EndAccess } from './use-cases/end-access.ts';
import { ForeseeRoleChange } from './use-cases/foresee-role-change.ts';
import { Invitations } from './use-cases/invitations.ts';
import { InviteAgain } from './use-cases/invite-again.ts';
import { MailedLinks } from './use-cases/mailed-links.ts';
import { RequestPasswordReset } from './use-cases/password-resets/request-password-reset.ts';
import { ResetReceivers } from './use-cases/password-resets/reset-receivers.ts';
import { SendPasswordResets } from './use-cases/password-resets/send-password-resets.ts';
import { RefreshSession } from './use-cases/refresh-session.ts';
import { RefundSignIn } from './use-cases/refund-sign-in.ts';
import { RemoveMember } from './use-cases/remove-member.ts';
import { AddServiceAccount } from './use-cases/service-accounts/add-service-account.ts';
import { ChargeExchange } from './use-cases/service-accounts/charge-exchange.ts';
import { ExchangeServiceToken } from './use-cases/service-accounts/exchange-service-token.ts';
import { IssueServiceToken } from './use-cases/service-accounts/issue-service-token.ts';
import { RevokeServiceToken } from './use-cases/service-accounts/revoke-service-token.ts';
import { RetireSigningKeys } from './use-cases/retire-signing-keys.ts';
import { SessionTokens } from './use-cases/session-tokens.ts';
import { SignIn } from './use-cases/sign-in.ts';
import { SignOut } from './use-cases/sign-out.ts';
import { Throttle } from './use-cases/throttle.ts';

const controllers = [
  SignInController,
  RefreshController,
  SignOutController,
  OwnSessionController,
  PasswordController,
  PasswordResetController,
  ServiceAccountSessionController,
  JwksController,
  WorkspaceController,
  MembersController,
  MemberAdditionsController,
  MemberChangesController,
  MemberEffectController,
  ServiceAccountsController,
  ServiceAccountChangesController,
  ServiceTokensController,
  RolesController,
  RoleEffectController,
  RoleAdditionsController,
  RoleChangesController,
];

const persistence = [
  WorkspacesRepository,
  RolesRepository,
  AccountsRepository,
  MembersRepository,
  SessionsRepository,
  OneTimeLinksRepository,
  PasswordResetRequestsRepository,
  ServiceTokensRepository,
  ServiceAccountsView,
  ServiceTokensView,
  SigningKeysRepository,
  SignInThrottleRepository,
  MembersView,
  OwnSessionView,
  VerificationKeysView,
  WorkspaceView,
  RolesView,
];

const useCases = [
  AccessTokens,
  SessionTokens,
  ChargeSignIn,
  RefundSignIn,
  SignIn,
  RefreshSession,
  SignOut,
  ChoosePassword,
  AccountAccess,
  ChangeSettings,
  AddMember,
  Invitations,
  InviteAgain,
  MailedLinks,
  EndAccess,
  ForeseeRoleChange,
  Throttle,
  RequestPasswordReset,
  ResetReceivers,
  SendPasswordResets,
  AddServiceAccount,
  IssueServiceToken,
  RevokeServiceToken,
  ExchangeServiceToken,
  ChargeExchange,
  ChangeMember,
  RemoveMember,
  CreateRole,
  EditRole,
  DuplicateRole,
  DeleteRole,
  EnsureSigningKey,
  RetireSigningKeys,
  ForgetEndedSessions,
];

@Module({ controllers, providers: [...persistence, ...useCases, SessionCookies, ThrottledSignIn] })
export class AppModule {}

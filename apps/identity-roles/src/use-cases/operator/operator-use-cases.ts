import { type Clock, systemClock } from '@imprimatur/kernel';
import { AccountsRepository } from '../../persistence/accounts.repository.ts';
import { MembersRepository } from '../../persistence/members.repository.ts';
import { OneTimeLinksRepository } from '../../persistence/one-time-links.repository.ts';
import { RolesRepository } from '../../persistence/roles.repository.ts';
import { WorkspacesRepository } from '../../persistence/workspaces.repository.ts';
import { ChangePlan } from '../change-plan.ts';
import { CreateWorkspace } from '../create-workspace.ts';
import { EnrolMember } from '../enrol-member.ts';
import { IssueInvitationLink } from '../issue-invitation-link.ts';
import { IssuePasswordLink } from '../issue-password-link.ts';

export interface OperatorUseCases {
  workspaces: WorkspacesRepository;
  accounts: AccountsRepository;
  members: MembersRepository;
  createWorkspace: CreateWorkspace;
  changePlan: ChangePlan;
  enrolMember: EnrolMember;
  issueInvitationLink: IssueInvitationLink;
  issuePasswordLink: IssuePasswordLink;
}

/** What operators' commands are made of, without a service around it. */
export function operatorUseCases(clock: Clock = systemClock): OperatorUseCases {
  const workspaces = new WorkspacesRepository();
  const roles = new RolesRepository();
  const accounts = new AccountsRepository();
  const members = new MembersRepository();
  const links = new OneTimeLinksRepository();
  return {
    workspaces,
    accounts,
    members,
    createWorkspace: new CreateWorkspace(workspaces, roles),
    changePlan: new ChangePlan(workspaces),
    enrolMember: new EnrolMember(roles, accounts, members),
    issueInvitationLink: new IssueInvitationLink(members, accounts, links, clock),
    issuePasswordLink: new IssuePasswordLink(accounts, links, clock),
  };
}

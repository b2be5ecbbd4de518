import { isolated } from './isolated.ts';
import { serviceAccounts } from './en-service-accounts.ts';

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Texts of members, service accounts, mail and preferences. */
export const people = {
  role: 'Role',
  noSuchRole: 'No role of that name',
  name: 'Name',
  members: {
    title: 'Members',
    loading: 'Loading members',
    caption: 'Members, by name',
    counts: (active: number, invited: number) =>
      [counted(active, 'active member'), ...(invited > 0 ? [`${invited} invited`] : [])].join(' · '),
    approvalsOff: 'Approvals are off: who can only draft can save nothing. The last column counts once they are on.',
    columns: { name: 'Name', role: 'Role', status: 'Status', approval: 'Must request approval' },
    search: 'Search members',
    searchHint: 'Name, address or role',
    status: 'Status',
    anyStatus: 'Every status',
    emptyFiltered: 'No member matches.',
    you: '(you)',
    showMore: (count: number) => `Show ${count} more`,
    readOnly: (role: string) => `The role ${isolated(role)} may look at members, but not invite or change them.`,
    mustRequestApproval: {
      none: 'No',
      some: 'Somewhere',
      all: 'Yes',
      models: { some: 'Models, somewhere', all: 'Models' },
      syncs: { some: 'Syncs, somewhere', all: 'Syncs' },
    },
    invite: {
      open: 'Invite a member',
      title: 'Invite a member',
      name: 'Name',
      email: 'Mail address',
      roleHint: 'It can be changed at any time.',
      send: 'Send invitation',
      detail: 'They get a mail with a link to choose a password with. Work can be given to them before they do.',
      sent: (name: string, until: string) =>
        `${isolated(name)} is invited. The link in the mail works until ${isolated(until)}.`,
    },
    exists: {
      title: 'There is a member with this mail address',
      detail: 'Search the list for them. Who was deactivated can be activated again.',
    },
  },
  member: {
    breadcrumb: 'Members',
    loading: 'Loading the member',
    notFoundTitle: 'There is no such member',
    notFoundDetail: 'They may have been removed.',
    facts: { noEmail: 'Mail address not shown' },
    fields: 'Name and role',
    fieldNames: { name: 'Name', roleId: 'Role' },
    overtaken: {
      member: 'Somebody else has changed this member meanwhile',
      'service-account': 'Somebody else has changed this service account meanwhile',
    },
    invitation: {
      title: 'Invitation',
      waiting: 'Invited, and has not chosen a password yet.',
      again: 'Invite again',
      sent: (until: string) =>
        `A new invitation is on its way. It works until ${isolated(until)}; the link of before is dead.`,
    },
    leaving: {
      title: 'Leaving',
      deactivate: 'Deactivate',
      deactivateDetail: 'Signs them out and lets them in no more. Role and work stay, and they can be activated again.',
      activate: 'Activate',
      activateDetail: 'Lets them sign in again, with the role they have.',
      deactivated: (name: string) => `${isolated(name)} is deactivated.`,
      activated: (name: string) => `${isolated(name)} is active again.`,
      remove: 'Remove for good',
      removeDetail: 'Erases name and mail address. What they did stays, by “a former member”.',
      removeTitle: (name: string) => `Remove ${isolated(name)}`,
      removed: (name: string) =>
        `${isolated(name)} leaves the workspace for good. Nothing brings name and mail address back.`,
    },
    yourself: {
      title: () => 'Deactivate yourself',
      detail: (name: string) =>
        `${isolated(name)}, this is you: you are signed out at once, and only somebody else who manages members can let you in again.`,
    },
    lastAdmin: {
      title: 'The workspace would have no Admin',
      detail: (name: string) =>
        `${isolated(name)} is the last active Admin. Give somebody else the role Admin first, then try again.`,
    },
    exceedsOwn: {
      title: 'This role grants more than yours',
      anyRole: 'the role',
      detail: (role: string) =>
        `Nobody grants a right they do not hold. Somebody who holds everything that ${isolated(role)} grants can do it.`,
    },
  },
  effect: {
    title: 'What changes',
    loading: 'Looking up what changes',
    nothing: 'Choose another role to see here what it changes, before it is saved.',
    same: 'Both roles come to the same: nothing changes.',
    now: 'Now',
    then: 'Once saved',
    models: 'Saving models',
    syncs: 'Saving syncs',
    approval: 'Must request approval',
    actions: {
      publish: 'Save',
      publish_now: 'Publish now',
      submit: 'Submit approval request',
      save_draft: 'Save as draft',
    },
    nothingOffered: 'Nothing',
    somewhere: (action: string) => `${isolated(action)} (somewhere)`,
    exceeding: 'You do not hold',
    gained: 'Gains',
    lost: 'Loses',
    refused: 'This cannot be saved',
  },
  rights: {
    workspace: 'Workspace',
    all: { sources: 'All sources', destinations: 'All destinations' },
    hidden: { sources: 'A source you may not view', destinations: 'A destination you may not view' },
    names: {
      settings: 'Settings',
      members: 'Members',
      roles: 'Roles',
      audiences: 'Audiences',
      journeys: 'Journeys',
      auditLog: 'Audit log',
      view: 'View',
      configure: 'Configure',
      models: 'Models',
      syncs: 'Syncs',
      approve: 'Approve models & syncs',
      run: 'Run',
    },
  },
  preferences: {
    title: 'Notification preferences',
    loading: 'Loading your preferences',
    facts: (workspace: string, email: string) =>
      `What ${isolated(workspace)} mails to ${isolated(email)}. Each change is saved at once.`,
    kinds: {
      reviewRequested: { label: 'Requests to review', detail: 'Somebody chose you as a reviewer.' },
      decided: {
        label: 'Decisions',
        detail: 'A request you took part in was published, withdrawn, deleted or failed.',
      },
      comments: { label: 'Comments', detail: 'Somebody commented on a request you took part in.' },
      staleDrafts: { label: 'Stale drafts', detail: 'Something was published under a draft you worked on.' },
      unattended: {
        label: 'Requests without a reviewer',
        detail: 'No chosen reviewer of your request can act any more.',
      },
    },
    always: 'Mails about your own account, such as a link for a new password, always come.',
    saved: 'Saved.',
    overtaken: {
      title: 'Your preferences were changed meanwhile',
      detail: 'Perhaps by a link in a mail. They are shown as they are now; change them again if you still want to.',
    },
  },
  mail: {
    title: 'Mail',
    facts: 'Mails that did not arrive and are not tried again by themselves.',
    loading: 'Loading mails',
    caption: 'Mails that failed, the newest first',
    empty: 'Every mail was delivered, or is still on its way.',
    forbidden: (role: string) => `The role ${isolated(role)} may not see what was mailed to whom.`,
    columns: { about: 'Mail', to: 'To', why: 'Why it failed', when: 'When', action: 'Send again' },
    retry: 'Send again',
    retryLabel: (name: string) => `Send again to ${isolated(name)}`,
    retried: (name: string) => `On its way to ${isolated(name)} once more. It comes back here if it fails again.`,
    failures: {
      mailbox: 'The mailbox does not exist, or takes no mail. Check the address.',
      full: 'The mailbox is full.',
      refused: 'The mail server refused it.',
      late: 'It could not be handed over in time.',
    },
    templates: {
      submitted: 'A request to review',
      'reviewer-added': 'A request to review',
      unattended: 'A request without a reviewer',
      published: 'A request was published',
      'publish-failed': 'A request could not be published',
      withdrawn: 'A request was withdrawn',
      'draft-deleted': 'A draft was deleted',
      commented: 'A comment on a request',
      'draft-stale': 'A stale draft',
      'member-invited': 'An invitation',
      'password-reset': 'A link for a new password',
    },
  },
  ...serviceAccounts,
};

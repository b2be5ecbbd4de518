import { isolated } from './isolated.ts';

/** Texts of service accounts and their tokens. */
export const serviceAccounts = {
  accounts: {
    title: 'Service accounts',
    facts: 'For programs that use the API. They have a role, but never approve.',
    loading: 'Loading service accounts',
    caption: 'Service accounts, by name',
    columns: { name: 'Name', role: 'Role', status: 'Status', tokens: 'Live tokens', used: 'Last used' },
    empty: 'There are no service accounts yet.',
    forbidden: (role: string) => `The role ${isolated(role)} may not see service accounts.`,
    never: 'Never',
    add: {
      open: 'New service account',
      title: 'New service account',
      nameHint: 'What it is for, such as “Nightly deploy”.',
      create: 'Create service account',
    },
  },
  account: {
    loading: 'Loading the service account',
    leaving: {
      title: 'Ending',
      deactivate: 'Deactivate',
      deactivateDetail: 'Lets it in no more and revokes all its tokens. The account stays, and can be activated again.',
      activate: 'Activate',
      activateDetail: 'Lets it be used again, with tokens yet to be made: those of before stay revoked.',
      deactivated: (name: string) => `${isolated(name)} is deactivated, and its tokens are revoked.`,
      activated: (name: string) => `${isolated(name)} is active again. Make a token for it.`,
      remove: 'Remove for good',
      removeDetail: 'Revokes its tokens and erases its name. What it did stays, by “a former member”.',
      removeTitle: (name: string) => `Remove ${isolated(name)}`,
      removed: (name: string) => `${isolated(name)} and its tokens are gone for good. Nothing brings them back.`,
    },
    asksFirst: {
      title: (name: string) => `Deactivate ${isolated(name)}`,
      detail: (name: string) =>
        `All tokens of ${isolated(name)} are revoked at once. Activating it again does not bring them back.`,
    },
  },
  tokens: {
    title: 'Tokens',
    loading: 'Loading tokens',
    caption: 'Tokens, the newest first',
    empty: 'It has no tokens yet, so nothing can use it.',
    columns: { name: 'Token', status: 'Status', made: 'Made', expires: 'Expires', used: 'Last used', action: 'Revoke' },
    madeBy: (name: string) => `by ${isolated(name)}`,
    never: 'Never',
    revoke: 'Revoke',
    revokeLabel: (name: string) => `Revoke ${isolated(name)}`,
    revokeTitle: (name: string) => `Revoke ${isolated(name)}`,
    revokeDetail: (name: string, account: string) =>
      `What uses the token ${isolated(name)} of ${isolated(account)} stops working at once. It cannot be taken back; make another one instead.`,
    revoked: (name: string) => `${isolated(name)} is revoked.`,
    make: {
      open: 'New token',
      title: 'New token',
      nameHint: 'Where it will be used, such as “CI of the warehouse”.',
      expires: 'Expires',
      after: { 30: 'After 30 days', 90: 'After 90 days', 365: 'After a year', never: 'Never' },
      create: 'Make token',
      madeTitle: 'Copy the token now',
      made: 'It is shown this once and never again. Keep it where secrets are kept.',
      secret: 'Token',
      copy: 'Copy',
      copied: 'Copied',
      done: 'I have kept it',
      lost: 'The token was made, but its secret can no longer be shown. Revoke it and make another one.',
    },
  },
};

import { approvals } from './en-approvals.ts';
import { audiences } from './en-audiences.ts';
import { changes } from './en-changes.ts';
import { connections } from './en-connections.ts';
import { drafts } from './en-drafts.ts';
import { models } from './en-models.ts';
import { people } from './en-people.ts';
import { roles } from './en-roles.ts';
import { runs } from './en-runs.ts';
import { session } from './en-session.ts';
import { settings } from './en-settings.ts';
import { shell } from './en-shell.ts';
import { syncs } from './en-syncs.ts';

/** Every text of the console, by where it is read. */
export const strings = {
  approvals,
  audiences,
  changes,
  connections,
  drafts,
  models,
  people,
  roles,
  runs,
  session,
  settings,
  shell,
  syncs,
  product: 'Imprimatur',
  skipToContent: 'Skip to content',
  navigation: {
    label: 'Main',
    bar: 'Menu',
    open: 'Open navigation',
    approvals: 'Approvals',
    models: 'Models',
    syncs: 'Syncs',
    runs: 'Runs',
    sources: 'Sources',
    destinations: 'Destinations',
    audiences: 'Audiences',
    journeys: 'Journeys',
    settings: 'Settings',
    toReview: (count: number) => `${count} to review`,
  },
  menu: {
    label: (name: string) => `${name}: your menu`,
    appearance: 'Appearance',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    mailbox: 'Mailbox',
    apiDocs: 'API documentation',
    signOut: 'Sign out',
  },
  status: {
    published: 'Published',
    draft: 'Draft',
    inReview: 'In review',
    publishing: 'Publishing…',
    withdrawing: 'Withdrawing…',
    deleting: 'Deleting draft…',
    stale: 'Stale',
    held: 'Held',
    refused: 'Refused',
    failed: 'Failed',
    publishFailed: 'Publish failed',
    withdrawn: 'Withdrawn',
    draftDeleted: 'Draft deleted',
    queued: 'Queued',
    running: 'Running…',
    succeeded: 'Succeeded',
    paused: 'Paused',
    active: 'Active',
    invited: 'Invited',
    deactivated: 'Deactivated',
    expired: 'Expired',
    revoked: 'Revoked',
  },
  problem: {
    retry: 'Try again',
    requestId: (id: string) => `Request ${id}`,
    unreachable: 'The server cannot be reached',
    unreachableDetail: 'Check your connection. Nothing was changed.',
    unreadable: 'The answer could not be read',
    unreadableDetail: (status: number) => `The server answered with ${status}. Nothing more is known.`,
    broken: 'This page stopped working',
    brokenDetail: 'Load it again. What you had saved is not lost.',
  },
  notFound: {
    title: 'There is nothing at this address',
    detail: 'It may have been deleted, or you may not be allowed to see it.',
    toApprovals: 'Go to approvals',
  },
  notYet: {
    detail: 'This part of the console is not there yet. Everything it will do can be done over the API.',
    apiDocs: 'API documentation',
  },
  loading: 'Loading',
  listing: {
    nothingMatches: 'Nothing matches.',
    fresh: (count: number) => `${count} new`,
    update: 'Update the list',
    gone: 'No longer here',
    shortcuts: 'Lists',
    nextRow: 'Next row; Enter opens it',
    previousRow: 'Previous row',
  },
  rows: {
    counted: (rows: number, columns: number, truncated: boolean) =>
      `${truncated ? `first ${rows}` : rows} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    asking: (source: string) => `Asking ${source}…`,
    progress: 'Time taken',
    seconds: (taken: number, longest: number) => `${taken} of at most ${longest} seconds`,
  },
  showMore: 'Show more',
  clearFilters: 'Clear filters',
  save: 'Save',
  discard: 'Discard',
  edit: 'Edit',
  delete: 'Delete',
  undo: 'Undo',
  leaving: {
    title: 'Leave without saving?',
    detail: 'What you changed on this page is not saved and would be lost.',
    leave: 'Leave',
  },
  stale: {
    title: 'Somebody saved before you',
    what: 'What',
    theirs: 'Saved now',
    mine: 'Yours',
    keepMine: 'Keep mine and go on',
    takeTheirs: 'Take what is saved',
  },
  referrers: {
    first: 'These refer to it. Change or delete them first:',
    kinds: { model: 'Model', sync: 'Sync', journey: 'Journey' },
    hidden: (count: number) => `${count} you may not view`,
  },
  fieldErrors: {
    needed: 'This is needed.',
    tooLong: 'This is more than fits here.',
    format: 'This cannot be read. Check how it is written.',
  },
  keptWork: {
    label: 'Unsaved work',
    found: 'There is work of yours here that was never saved, from',
    takeUp: 'Take it up',
    drop: 'Drop it',
  },
  typeName: (name: string) => `Type “${name}” to confirm`,
  close: 'Close',
  cancel: 'Cancel',
  you: 'you',
  formerMember: 'A former member',
};

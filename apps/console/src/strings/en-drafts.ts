import { isolated } from './isolated.ts';

const syncs = (count: number): string => `${count} live ${count === 1 ? 'sync' : 'syncs'}`;

const fields = (count: number): string => `${count} ${count === 1 ? 'field' : 'fields'}`;
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const drafts = {
  save: {
    title: (name: string) => `Save ${isolated(name)}`,
    how: 'How to save',
    actions: {
      publish: { title: 'Save', detail: 'Goes live at once.', button: 'Save' },
      publish_now: { title: 'Publish now', detail: 'Goes live at once. Nobody is asked.', button: 'Publish now' },
      submit: {
        title: 'Submit approval request',
        detail: 'The draft is locked until somebody who can approve has decided.',
        button: 'Submit for approval',
      },
      save_draft: {
        title: 'Save as draft',
        detail: 'Nobody is told. It can be submitted later.',
        button: 'Save draft',
      },
    },
    changes: 'What changes',
    noChanges: 'Nothing differs from what is published.',
    reviewers: 'Reviewers',
    reviewersHint: 'They are told by mail. Anybody else who can approve may decide as well.',
    chooseReviewers: 'Search members',
    noReviewerFound: 'Nobody of that name',
    reviewersNeeded: 'Choose at least one reviewer.',
    nobodyCan: 'Nobody else can approve here. Somebody needs a role that grants “Approve models & syncs”.',
    loadingReviewers: 'Looking up who can approve',
    canApprove: 'Can approve',
    cannotApprove: 'Cannot approve this',
    reasons: {
      'approver.rights-missing': 'their role does not approve here',
      'approver.self-approval': 'wrote it themselves',
      'approver.service-account': 'a service account',
      'approver.inactive': 'deactivated',
    },
    comment: 'Comment',
    commentHint: 'Optional. Everybody who takes part can read it.',
    refersTo: (model: string) =>
      `This sync refers to the draft of ${isolated(model)}; both must be published before it can run.`,
    include: (model: string) => `Include the draft of ${isolated(model)} in the request`,
    holds: (count: number) => `${syncs(count)} will be held until this is published.`,
    notDirectly: (role: string) => `You cannot publish directly with the role ${isolated(role)}.`,
    around: 'It goes live around the draft, which stays as it is and has to be rebased afterwards.',
    none: {
      'rights.missing': (role: string) => `The role ${isolated(role)} does not allow to save this.`,
      'approvals.disabled-for-draft-role': (role: string) =>
        `The role ${isolated(role)} may only save drafts, and approvals are switched off in this workspace. An admin can switch them on.`,
    },
    noRole: 'none',
  },
  request: {
    label: 'Open approval request',
    asked: (who: string, number: number) => `${isolated(capital(who))} asked to publish this draft · #${number} ·`,
    beingCreated: (who: string) =>
      `${isolated(capital(who))} asked to publish this draft. The request is being created.`,
    awaited: (who: string) => `Waiting for ${isolated(who)}.`,
    view: 'View request',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw request',
    withdrawDetail: (name: string) =>
      `The request to publish ${isolated(name)} is taken back. The draft is kept: you can edit it and submit again.`,
  },
  inTheWay: {
    label: 'There is a draft',
    whose: (who: string) => `There is a draft by ${isolated(who)}.`,
    savedBy: (who: string) => `Last saved by ${isolated(who)}`,
    stale: (base: number | null, published: number | null) =>
      `It started from ${base === null ? 'nothing' : `version ${base}`}, and version ${published} is published by now. It has to be rebased before it can be submitted or published.`,
    locked: 'It is in review and cannot be edited until the request is decided or withdrawn.',
    hidden: 'There is a draft that moves this to where you may not look. It cannot be edited by you.',
    edit: 'Edit the draft',
    hotfix: 'Publish a hotfix around it',
    rebase: 'Rebase',
    delete: 'Delete draft',
    deleteTitle: (name: string) => `Delete the draft of ${isolated(name)}`,
    deleteDetail: (name: string) =>
      `The drafted changes of ${isolated(name)} are discarded and cannot be recovered. What is published stays as it is.`,
    deleteAll: (name: string) =>
      `${isolated(name)} was never published: nothing of it will be left, and it cannot be recovered.`,
  },
  mineAndTheirs: {
    title: 'Somebody saved before you',
    savedBy: (who: string) => `${isolated(capital(who))} saved`,
    saved: 'Somebody saved or published meanwhile.',
    nothingLost: 'Nothing of yours was saved, and nothing is lost: both are here.',
    compared: 'From what is saved now to what you have here:',
    same: 'Both are the same.',
    takeTheirs: 'Take theirs, drop mine',
    keepMine: 'Keep mine and go on editing',
  },
  history: {
    label: 'Versions, the newest first',
    loading: 'Loading the versions',
    empty: 'Nothing has been published yet.',
    version: (version: number) => `Version ${version}`,
    published: (who: string) => `${isolated(capital(who))} published it`,
    directly: 'directly',
    approvedBy: (who: string) => `approved by ${isolated(who)}`,
    restores: (version: number) => `restores version ${version}`,
    request: 'Request',
    requestNumber: (number: number) => `Request #${number}`,
    compareWith: (version: number) => `Compare with v${version}`,
    compareLabel: (from: number, to: number) => `Compare with v${from} what is version ${to}`,
    restore: 'Restore',
    restoreVersion: (version: number) => `Restore version ${version}`,
    intoDraft: (who: string) => `It replaces what is in the draft by ${isolated(who)}.`,
    restoreTitle: (version: number, name: string) => `Restore version ${version} of ${isolated(name)}`,
    restored: {
      draft: (version: number) => `Version ${version} is a draft now. It is not live before it is published.`,
      request: (version: number) => `An approval was asked for version ${version}.`,
      version: (version: number) => `Version ${version} is live once more.`,
    },
  },
  contentChoice: {
    published: (version: number) => `Published v${version}`,
    compare: 'Compare',
  },
  compare: {
    title: (name: string) => `Compare versions of ${isolated(name)}`,
    from: 'From',
    to: 'To',
    swap: 'Swap',
    draft: 'Draft',
    version: (version: number) => `Version ${version}`,
    nothing: 'There is nothing to compare yet: nothing was saved.',
    changes: 'Differences',
    versions: 'Versions',
    between: (from: string, to: string) => `${isolated(from)} → ${isolated(to)}`,
    same: (from: string, to: string) => `${isolated(from)} and ${isolated(to)} do not differ.`,
  },
  backTo: (name: string) => `Go to ${isolated(name)}`,
  rebase: {
    title: (name: string) => `Rebase the draft of ${isolated(name)}`,
    noDraft: 'There is no draft to rebase.',
    notStale: 'The draft is based on what is published. There is nothing to rebase.',
    facts: (who: string, base: number | null, published: number) =>
      `Draft by ${isolated(who)}, begun from ${base === null ? 'nothing' : `version ${base}`}. Version ${published} is published by now.`,
    lead: (conflicts: number, merged: number) =>
      conflicts === 0
        ? `Nobody changed the same field twice: ${fields(merged)} merged. Look at the result and save it.`
        : `${fields(conflicts)} changed on both sides: decide which to take. ${merged > 0 ? `${fields(merged)} merged without a conflict.` : ''}`,
    sides: (base: number | null, published: number) => ({
      base: base === null ? 'Base: nothing' : `Base: version ${base}`,
      published: `Published: version ${published}`,
      mine: 'Mine: the draft',
    }),
    from: {
      conflict: 'Changed on both sides',
      published: 'Changed in the published version',
      mine: 'Changed in the draft',
      both: 'The same change on both sides',
    },
    absent: 'not there',
    takeBoth: 'Take the changed lines of both',
    writeOwn: 'Write something else',
    ownValueOf: (label: string) => `${isolated(label)}: something else`,
    result: 'Result',
    resultAgainst: (version: number) => `The draft after this, against version ${version}`,
    provisional: 'Where nothing is decided yet, the draft stands as it is.',
    nothingLeft: 'Nothing differs from what is published: delete the draft instead of rebasing it.',
    save: 'Save rebased draft',
    ready: 'Everything is decided. Nothing goes live by this.',
    left: (count: number, first: string) =>
      count === 1
        ? `${isolated(first)} is still to be decided.`
        : `${count} fields are still to be decided, first ${isolated(first)}.`,
    misfits: 'What comes out does not fit together yet.',
    mayNot: 'Your role does not allow to save this draft.',
    locked: 'The draft is in review. Withdraw the request first.',
    moved: {
      label: 'Something changed meanwhile',
      gone: 'The draft was published or deleted meanwhile.',
      draft: (who: string) => `${isolated(capital(who))} saved the draft meanwhile.`,
      published: (version: number) => `Version ${version} was published meanwhile.`,
      kept: 'Nothing was overwritten. What you decided stays wherever the field is still the same.',
      takeIn: 'Take it in',
      first: 'Take in what changed first.',
    },
  },
};

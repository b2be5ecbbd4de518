import { isolated } from './isolated.ts';

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Texts of the settings' frame and of the workspace's own. */
export const settings = {
  label: 'Settings',
  tabs: {
    workspace: 'Workspace',
    members: 'Members',
    roles: 'Roles',
    serviceAccounts: 'Service accounts',
    mail: 'Mail',
  },
  changesBar: {
    shortcuts: 'Unsaved changes',
    changes: (count: number) => counted(count, 'change'),
    discarded: 'Discarded.',
    saved: 'Saved.',
  },
  overtaken: { keepMine: (count: number) => `Keep my ${counted(count, 'change')}` },
  workspace: {
    title: 'Workspace',
    loading: 'Loading the settings',
    facts: { address: 'Sign-in name', plan: 'Plan' },
    plans: { free: 'Free', pro: 'Pro', business: 'Business' },
    readOnly: (role: string) => `The role ${isolated(role)} may look at these settings, but not change them.`,
    wasBefore: (value: string) => `Changed, was: ${isolated(value)}`,
    overtaken: 'Somebody else has changed the settings meanwhile',
    fields: {
      requireApprovals: 'Require approvals',
      selfApproval: 'Approving one’s own work',
      requiredApprovals: 'Approvals needed',
      modelDraftPolicy: 'While a model has a draft',
      timeZone: 'Time zone',
    },
    help: {
      requireApprovals:
        'Changes to models and syncs wait as drafts until somebody who may approve them says yes. Who can publish keeps Publish now.',
      selfApproval: 'Work is one’s own for who submitted it and for everybody who saved a change in it.',
      requiredApprovals:
        'How many different members must approve a request. Counts for requests submitted from now on.',
      modelDraftPolicy: 'Whether syncs of a published model keep running while changes to it wait.',
      timeZone: 'Suggested for new schedules, and used for times in mails. Schedules that exist keep their own.',
    },
    planNeeded: (plan: string) =>
      `Needs the plan Business; this workspace has ${isolated(plan)}. Whoever runs this installation can change the plan.`,
    planLost: (plan: string) =>
      `The plan is ${isolated(plan)} now. Approvals stay required until you switch them off; switching them on again needs the plan Business.`,
    planRefusal: {
      title: 'Approvals cannot be required on this plan',
      detail: (plan: string) =>
        `The workspace has the plan ${isolated(plan)}, and this setting needs Business. Nothing was saved. Ask whoever runs this installation to change the plan, or discard this change.`,
    },
    on: 'On',
    off: 'Off',
    selfApproval: {
      publishers: {
        label: 'Only by who can publish',
        help: 'Who could have published it directly may also approve it.',
      },
      never: { label: 'Never', help: 'Always takes somebody else, whatever one’s role.' },
      always: { label: 'Always', help: 'Everybody who may approve, also what they wrote themselves.' },
    },
    approvals: (count: number) => counted(count, 'approval'),
    modelDraftPolicy: {
      hold: {
        label: 'Hold its syncs',
        help: 'They wait until the draft is published or deleted, so nothing runs on a half-made change.',
      },
      run_published: {
        label: 'Run what is published',
        help: 'They go on with the last published version of the model and of the sync.',
      },
    },
    zoneNotFound: 'No time zone of that name',
    effect: {
      title: 'What it means',
      counting: 'Counting',
      now: 'Now',
      then: 'Then',
      members: 'Active members',
      memberGroups: {
        keepPublishNow: 'can publish directly, at least somewhere',
        mustRequestApproval: 'must request approval',
        cannotSave: 'can save nothing: they only draft, and approvals are off',
        viewOnly: 'only look',
      },
      requests: 'Open requests',
      noRequests: 'There are no open requests.',
      stayOpen: (count: number) =>
        `${counted(count, 'request')} ${count === 1 ? 'stays' : 'stay'} open and can still be decided.`,
      withoutApprover: (count: number) => `${count} would have nobody who may approve ${count === 1 ? 'it' : 'them'}.`,
      losingLastApprover: (count: number) => `${count} of those can be approved by somebody today.`,
      withoutQuorum: (count: number) =>
        `${count} would have fewer approvers than the approvals ${count === 1 ? 'it needs' : 'they need'}.`,
    },
  },
};

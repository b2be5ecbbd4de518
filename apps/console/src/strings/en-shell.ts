import { isolated } from './isolated.ts';

/** Texts of shell. */
export const shell = {
  shortcuts: {
    title: 'Keyboard shortcuts',
    then: 'then',
    everywhere: 'Everywhere',
    list: 'List the shortcuts',
    search: 'Search',
    goTo: (part: string) => `Go to ${part.toLowerCase()}`,
    on: 'Single keys are shortcuts',
    onHint: 'Turn this off if your keyboard or voice control sets them off by accident. Those with Ctrl or ⌘ stay.',
  },
  gone: 'This is not there any more: somebody has deleted it, or you may not view it now. What you see is how it was.',
  live: {
    interrupted: 'Live updates are interrupted; checking every 30 seconds.',
  },
  workspaces: {
    label: (name: string) => `Workspace ${isolated(name)}: switch`,
    title: 'Switch workspace',
    detail: 'A session belongs to one workspace: sign in once more to go to another.',
    here: 'You are here',
    only: 'You are a member of this workspace only.',
    password: (name: string) => `Password for ${isolated(name)}`,
    enter: 'Sign in',
    wrong: {
      title: 'The password is wrong',
      detail: 'It is the password of your account, the same in every workspace.',
    },
  },
  signOut: {
    title: 'Sign out?',
    losesWork:
      'What you have not saved is deleted from this browser, so that nobody who uses it after you can read it.',
    stillIn: 'That did not work: you are still signed in.',
  },
  menu: {
    preferences: 'Notification preferences',
    shortcuts: 'Keyboard shortcuts',
  },
  search: {
    open: 'Search',
    label: 'Search or do something',
    hint: 'Name, #number of a request, or something to do',
    nothing: 'Nothing is called that.',
    searching: 'Searching…',
    failed: 'The search could not be completed.',
    actions: 'Actions',
    newModel: 'New model',
    newSync: 'New sync',
    newSource: 'New source',
    newDestination: 'New destination',
    request: (number: number, title: string) => `#${number} ${isolated(title)}`,
    hidden: 'Items you may not view',
    requests: 'Requests',
    goTo: (part: string) => `Go to ${isolated(part)}`,
    settingsOf: (tab: string) => `Settings: ${isolated(tab)}`,
    results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
  },
  pageOf: (title: string, product: string) => `${isolated(title)} · ${isolated(product)}`,
};

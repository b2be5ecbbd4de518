import { isolated } from './isolated.ts';

export const session = {
  signIn: 'Sign in',
  email: 'Email',
  password: 'Password',
  workspace: 'Workspace',
  workspaceHint: 'Leave it empty for the one you joined first.',
  wrong: {
    title: 'Email, password or workspace is wrong',
    detail: 'Check them, or choose a new password.',
  },
  forgot: 'Choose a new password',
  demo: {
    title: 'Demo members',
    intro: (password: string) => `Choose one to fill in the form. Their password is ${isolated(password)}.`,
  },
  expired: {
    title: 'Your session has ended',
    detail: 'Sign in again to go on where you are. Nothing you have typed is lost.',
    someoneElse: 'Sign in as someone else',
  },
  newPassword: {
    title: 'Choose a password',
    label: 'New password',
    hint: 'Ten characters or more.',
    repeat: 'Repeat it',
    different: 'The two are not the same.',
    save: 'Set password',
    noLink: 'This link is not complete',
    noLinkDetail: 'Open the link of the mail again, or ask for a new one.',
    done: 'Your password is set',
    doneDetail: 'It is good from now on, and you are signed out everywhere else.',
  },
  reset: {
    title: 'Choose a new password',
    detail: 'A mail with a link goes to your address.',
    send: 'Send the mail',
    sent: 'If that address belongs to a member, the mail is on its way.',
    back: 'Back to sign in',
  },
};

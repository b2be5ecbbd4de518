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
};

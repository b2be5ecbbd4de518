import type { Player } from '../e2e/world.ts';

/** Who looks at what, and a text that is there once it is shown. Ids in addresses are those of the rich workspace. */
export interface Screen {
  name: string;
  by: Player | 'nobody';
  address: string;
  shows: string | RegExp;
}

const screen = (name: string, by: Screen['by'], address: string, shows: Screen['shows']): Screen => ({
  ...{ name, by, address, shows },
});

export const screens: Screen[] = [
  screen('sign-in', 'nobody', '/sign-in', 'Sign in'),
  screen('forgot-password', 'nobody', '/forgot-password', 'Password'),
  screen('set-password', 'nobody', '/set-password#token=of-the-mail', 'New password'),

  screen('approvals', 'erin', '/approvals', 'Enterprise accounts'),
  screen('approvals-closed', 'erin', '/approvals?tab=closed', 'Trial accounts'),
  screen('review', 'erin', '/approvals/$request', 'Then runs'),

  screen('models', 'erin', '/models', 'Paying customers'),
  screen('models-none', 'erin', '/models?q=nothing-like-it', 'Clear filters'),
  screen('model-new', 'erin', '/models/new', 'New model'),
  screen('model', 'erin', '/models/$changed', 'View request'),
  screen('model-drafted', 'dana', '/models/$drafted', 'Churn risk'),
  screen('model-preview', 'erin', '/models/$changed?tab=preview', 'Rows'),
  screen('model-columns', 'erin', '/models/$changed?tab=columns', 'email'),
  screen('model-syncs', 'erin', '/models/$changed?tab=syncs', 'CRM contacts'),
  screen('model-history', 'erin', '/models/$stale?tab=history', /Version 3/),
  screen('model-edit', 'dana', '/models/$drafted/edit', 'Churn risk'),
  screen('model-rebase', 'dana', '/models/$stale/rebase', 'Rebase the draft of Paying customers'),
  screen('model-compare', 'erin', '/models/$stale/compare?from=1&to=3', 'Version 1 → Version 3'),

  screen('syncs', 'erin', '/syncs', 'CRM contacts'),
  screen('sync-new', 'erin', '/syncs/new', 'New sync'),
  screen('sync', 'erin', '/syncs/$held', 'View request'),
  screen('sync-mapping', 'erin', '/syncs/$held?tab=mapping', 'external_id'),
  screen('sync-schedule', 'erin', '/syncs/$held?tab=schedule', /UTC/),
  screen('sync-runs', 'erin', '/syncs/$held?tab=runs', 'Refused'),
  screen('sync-history', 'erin', '/syncs/$staleSync?tab=history', /Version 2/),
  screen('sync-edit', 'dana', '/syncs/$staleSync/edit', 'Paying customers to CRM'),
  screen('sync-rebase', 'dana', '/syncs/$staleSync/rebase', 'Rebase the draft of Paying customers to CRM'),
  screen('sync-compare', 'erin', '/syncs/$staleSync/compare?from=1&to=2', 'Version 1 → Version 2'),

  screen('runs', 'erin', '/runs', 'Orders to archive'),
  screen('flow', 'erin', '/runs?view=flow', 'Paying customers to CRM'),
  screen('run', 'erin', '/runs/$rejected', 'total_is_positive'),

  screen('sources', 'ada', '/sources', 'Warehouse'),
  screen('source-new', 'ada', '/sources/new', 'New source'),
  screen('source', 'ada', '/sources/$warehouse', 'Paying customers'),
  screen('destinations', 'ada', '/destinations', 'CRM'),
  screen('destination-new', 'ada', '/destinations/new', 'New destination'),
  screen('destination', 'ada', '/destinations/$crm', 'CRM contacts'),
  screen('audiences', 'erin', '/audiences', 'Enterprise'),
  screen('audience-new', 'erin', '/audiences/new', 'New audience'),
  screen('audience', 'erin', '/audiences/$audience', 'Erin published version 1'),
  screen('journeys', 'erin', '/journeys', 'Welcome'),
  screen('journey-new', 'erin', '/journeys/new', 'New journey'),
  screen('journey', 'erin', '/journeys/$journey', 'Erin published version 1'),

  screen('settings-workspace', 'ada', '/settings/workspace', 'Require approvals'),
  screen('roles', 'ada', '/settings/roles', 'Sales analyst'),
  screen('role-new', 'ada', '/settings/roles/new', 'New role'),
  screen('role', 'ada', '/settings/roles/$role', 'Sales analyst'),
  screen('members', 'ada', '/settings/members', 'Olga'),
  screen('member', 'ada', '/settings/members/$member', 'Dana'),
  screen('service-accounts', 'ada', '/settings/service-accounts', 'Deployments'),
  screen('service-account', 'ada', '/settings/service-accounts/$program', 'CI'),
  screen('mail', 'ada', '/settings/mail', 'The mailbox does not exist'),
  screen('preferences', 'erin', '/preferences', 'Comments'),
  screen('not-found', 'erin', '/no-such-page', /not|no such/i),
];

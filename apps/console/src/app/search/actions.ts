import { IconKeyboard, IconLogout, IconMail, IconPlus, IconSettings, IconSwitchHorizontal } from '@tabler/icons-react';
import type { Session } from '../../api/session-query.ts';
import { strings } from '../../strings/en.ts';
import type { Overlay } from '../overlay-context.ts';
import { parts } from '../parts.ts';
import type { Hit, HitGroup } from './hit.ts';

const { search, shortcuts, menu, workspaces } = strings.shell;
const { tabs } = strings.settings;

interface Doing {
  show: (overlay: Overlay) => void;
  signOut: () => void;
}

/** What can be done from everywhere, as far as the role could ever do it; of these, what the words name. */
export function actionsFor(role: Session['role'], { show, signOut }: Doing, words: string): HitGroup {
  const go = (to: string, label: string, icon: Hit['icon']): Hit => ({ key: to, label, icon, to });
  const all: Hit[] = [
    ...newThings(role).map(([to, label]) => go(to, label, IconPlus)),
    ...parts.map(({ path, label, icon }) => go(path, search.goTo(label), icon)),
    ...settings.map(([to, label]) => go(to, search.settingsOf(label), IconSettings)),
    go('/preferences', menu.preferences, IconMail),
    { key: 'shortcuts', label: shortcuts.title, icon: IconKeyboard, run: () => show('shortcuts') },
    { key: 'workspaces', label: workspaces.title, icon: IconSwitchHorizontal, run: () => show('workspaces') },
    { key: 'sign-out', label: strings.menu.signOut, icon: IconLogout, run: signOut },
  ];
  const wanted = words.toLowerCase().split(/\s+/);
  return {
    label: search.actions,
    hits: all.filter(({ label }) => wanted.every((word) => label.toLowerCase().includes(word))),
  };
}

const settings = [
  ['/settings/workspace', tabs.workspace],
  ['/settings/members', tabs.members],
  ['/settings/roles', tabs.roles],
  ['/settings/service-accounts', tabs.serviceAccounts],
  ['/settings/mail', tabs.mail],
] as const;

function newThings(role: Session['role']): (readonly [string, string])[] {
  const sources = role?.sources ?? [];
  const destinations = role?.destinations ?? [];
  const things: (readonly [string, string, boolean])[] = [
    ['/models/new', search.newModel, sources.some(({ models }) => models !== 'none')],
    ['/syncs/new', search.newSync, [sources, destinations].every((all) => all.some(({ syncs }) => syncs !== 'none'))],
    ['/sources/new', search.newSource, sources.some(({ scope, configure }) => scope === 'all' && configure)],
    [
      '/destinations/new',
      search.newDestination,
      destinations.some(({ scope, configure }) => scope === 'all' && configure),
    ],
  ];
  return things.filter(([, , can]) => can).map(([to, label]) => [to, label]);
}

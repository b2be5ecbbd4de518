import { Link, Outlet } from '@tanstack/react-router';
import { strings } from '../../strings/en.ts';
import classes from './SettingsLayout.module.css';

const { settings } = strings;

const tabs = [
  { to: '/settings/workspace', label: settings.tabs.workspace },
  { to: '/settings/members', label: settings.tabs.members },
  { to: '/settings/roles', label: settings.tabs.roles },
  { to: '/settings/service-accounts', label: settings.tabs.serviceAccounts },
  { to: '/settings/mail', label: settings.tabs.mail },
] as const;

/** What the pages of the settings stand in: one tab for each part. Each page brings its own header. */
export function SettingsLayout() {
  return (
    <section className={classes.settings} aria-labelledby="settings">
      <p id="settings" className={classes.title}>
        {settings.label}
      </p>
      <nav className={classes.tabs} aria-labelledby="settings">
        {tabs.map(({ to, label }) => (
          <Link key={to} to={to} className={classes.tab} activeProps={{ 'data-active': true }}>
            {label}
          </Link>
        ))}
      </nav>
      <Outlet />
    </section>
  );
}

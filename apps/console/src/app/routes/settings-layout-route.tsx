import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from './frame-route.tsx';

/** What all pages of the settings stand in. */
export const settingsLayout = createRoute({
  getParentRoute: () => frame,
  id: 'in-settings',
  component: lazyRouteComponent(() => import('../../features/settings/SettingsLayout.tsx'), 'SettingsLayout'),
});
